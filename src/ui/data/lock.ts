import { useMutation } from "@tanstack/react-query";
import { client, queryClient } from "./api.ts";
import { problemsOf } from "./problems.ts";
import { sayProblem } from "./say.tsx";
import { keepUnsaved } from "./unsaved.ts";

/** Locks the practice and forgets everything that was shown. */
export function useLock() {
  const mutation = useMutation({
    mutationFn: async () => {
      await keepUnsaved();
      return client.door.lock.mutate();
    },
    onSuccess: () => queryClient.resetQueries(),
    onError: (error) => sayProblem(problemsOf(error)[0]?.sentence ?? "The practice could not be locked."),
  });
  return { run: () => mutation.mutate(), pending: mutation.isPending };
}
