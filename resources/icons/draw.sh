#!/usr/bin/env bash
# Draws every icon of the shell with ImageMagick; its results are committed. Run it after changing a shape.
#   resources/icons/draw.sh
# The tray icons tell the states of the practice light apart by shape; colour only helps.
set -euo pipefail
cd "$(dirname "$0")"
teal='#0f5c5a' paper='#fffdfa' amber='#dfa32f' grey='#5b5650'
pen='stroke-linecap round stroke-linejoin round fill none'

# The app: two people, and the quiet between them (as src/ui/public/icon.svg).
convert -size 1024x1024 xc:none -fill "$teal" -draw 'roundrectangle 0,0 1023,1023 256,256' \
  -draw "$pen stroke $paper stroke-width 96 line 288,256 288,768 line 736,256 736,768" \
  -fill "$amber" -draw 'circle 512,512 592,512' -resize 512x512 -strip app.png

# Glyphs on a field of 256, drawn in the colour $1.
glyph() {
  case $2 in
    open) echo "$pen stroke $1 stroke-width 36 circle 128,128 188,128" ;;
    in-session) echo "$pen stroke $1 stroke-width 40 line 92,76 92,180 line 164,76 164,180" ;;
    do-not-disturb) echo "$pen stroke $1 stroke-width 44 line 70,128 186,128" ;;
    closed) echo "fill $1 path 'M 150,54 A 76,76 0 1 0 204,160 A 62,62 0 1 1 150,54 Z'" ;;
    shut) echo "fill $1 circle 128,100 128,62 path 'M 112,110 L 144,110 L 160,196 L 96,196 Z'" ;;
    fault) echo "$pen stroke $1 stroke-width 42 line 128,60 128,134 fill $1 stroke none circle 128,192 128,168" ;;
  esac
}

# name glyph ground held?
tray() {
  local name=$1 shape=$2 ground=$3 held=$4 place='translate 0,0'
  # With something waiting, the glyph makes room in the corner.
  [[ $held == held ]] && place='translate -12,-12 scale 0.88,0.88'
  # A field with the glyph on it; black with the glyph cut out where the system paints the icon itself (macOS).
  convert -size 256x256 xc:none -fill "$ground" -draw 'roundrectangle 4,4 251,251 64,64' -draw "$place $(glyph "$paper" "$shape")" colour.tmp.png
  convert -size 256x256 xc:none -draw "$place $(glyph white "$shape")" cut.tmp.png
  convert -size 256x256 xc:none -fill black -draw 'roundrectangle 4,4 251,251 64,64' cut.tmp.png -compose DstOut -composite mono.tmp.png
  if [[ $held == held ]]; then
    # What waits: a round bite out of the corner, with a dot in it.
    convert -size 256x256 xc:none -fill white -draw 'circle 200,200 200,124' bite.tmp.png
    convert colour.tmp.png bite.tmp.png -compose DstOut -composite -compose Over -fill "$amber" -draw 'circle 200,200 200,148' colour.tmp.png
    convert mono.tmp.png bite.tmp.png -compose DstOut -composite -compose Over -fill black -draw 'circle 200,200 200,148' mono.tmp.png
  fi
  for size in 16 32; do
    convert colour.tmp.png -resize "${size}x$size" -strip "tray/$name-$size.png"
    convert mono.tmp.png -resize "${size}x$size" -strip "tray/$name-mono-$size.png"
  done
}

for state in open in-session do-not-disturb closed; do
  tray "$state" "$state" "$teal" none
  tray "$state-held" "$state" "$teal" held
done
tray shut shut "$grey" none
tray fault fault "$grey" none
rm -f ./*.tmp.png
