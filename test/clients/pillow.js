/** Pillow, the image library of Python, for the PNG. */
import { readFileSync } from 'node:fs';
import { differ, outputOf, run } from './client.js';

/** Reads all pixels: the size, how much is background, and whether the corners are. */
const READ = `
import json, sys
from PIL import Image
image = Image.open(sys.argv[1])
image.verify()
image = Image.open(sys.argv[1]).convert("RGB")
colours = image.getcolors(maxcolors=1 << 24)
most, ground = max(colours)
width, height = image.size
corners = [image.getpixel(at) for at in [(0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)]]
print(json.dumps({"size": [width, height], "colours": len(colours), "ground": list(ground),
  "share": most / (width * height), "corners": all(corner == ground for corner in corners)}))
`;

/** @type {import('./client.js').Client} */
export const client = {
  id: 'pillow',
  name: 'Pillow',
  needs: { python: ['pillow'] },
  version: (tools) => tools.pythonVersion('pillow'),
  checks: [
    {
      format: 'png',
      title: 'opens whole, has the size of the SVG and shows a picture on one ground',
      run: checkPng,
    },
  ],
};

function checkPng({ set, file, tools }) {
  const found = JSON.parse(outputOf(run(tools.python, ['-c', READ, file])));
  const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(
    readFileSync(set.file('svg'), 'utf8'),
  );
  return [
    ...differ('size', `${width},${height}`, found.size.join()),
    ...differ('corners are ground', true, found.corners),
    ...differ('more than ten colours', true, found.colours > 10),
    ...differ('ground is most, not all', true, found.share > 0.3 && found.share < 0.995),
  ];
}
