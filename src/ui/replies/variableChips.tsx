import { type TemplateView, variableWords } from "./reasons.ts";

interface VariableChipsProps {
  readonly variables: TemplateView["variables"];
  readonly insert: (variable: string) => void;
}

/** What can be filled in; a press puts it where the caret stands. */
export function VariableChips({ variables, insert }: VariableChipsProps) {
  if (variables.length === 0) return null;
  return (
    <ul className="chips" aria-label="Fill in">
      {variables.map((variable) => (
        <li key={variable}>
          <button
            type="button"
            className="chip"
            aria-label={`Insert {${variable}}: ${variableWords[variable]}`}
            title={variableWords[variable]}
            // The field keeps its caret, which is where the variable goes.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => insert(variable)}
          >
            {`{${variable}}`}
          </button>
        </li>
      ))}
    </ul>
  );
}
