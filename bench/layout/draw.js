/** Small PNG pictures of layouts, to be looked at: edges as faint lines that add up, nodes as dots. */
import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { fitted } from './frame.js';

const SIDE = 700;

export function drawPicture(file, { source, target }, places) {
  const { x, y } = fitted(places);
  const column = Float64Array.from(x, (value) => ((value + 5000) / 10_000) * (SIDE - 21) + 10);
  const row = Float64Array.from(y, (value) => ((5000 - value) / 10_000) * (SIDE - 21) + 10);
  const ink = new Float32Array(SIDE * SIDE);
  const strength = Math.max(0.02, Math.min(0.5, 1500 / source.length));
  for (let e = 0; e < source.length; e++) {
    line(ink, [column[source[e]], row[source[e]]], [column[target[e]], row[target[e]]], strength);
  }
  const dots = new Uint8Array(SIDE * SIDE);
  for (let i = 0; i < x.length; i++) dots[Math.round(row[i]) * SIDE + Math.round(column[i])] = 1;
  writeFileSync(file, PNG.sync.write(coloured(ink, dots)));
}

function line(ink, [x, y], [toX, toY], strength) {
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(toX - x), Math.abs(toY - y))));
  for (let i = 0; i <= steps; i++) {
    const [px, py] = [x + ((toX - x) * i) / steps, y + ((toY - y) * i) / steps];
    ink[Math.round(py) * SIDE + Math.round(px)] += strength;
  }
}

function coloured(ink, dots) {
  const png = new PNG({ width: SIDE, height: SIDE });
  for (let i = 0; i < ink.length; i++) {
    const light = dots[i] === 1 ? [200, 30, 60] : Array(3).fill(255 * (1 - Math.min(0.75, ink[i])));
    png.data.set([...light, 255], i * 4);
  }
  return png;
}
