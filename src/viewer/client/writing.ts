/** Names on the picture, on a canvas of their own above it: labels without overlaps, rings, what the pointer is on. */
import type { Point } from './curve.ts';
import { type Line, pointOn } from './curve.ts';
import { boxesOf, Taken, toLines } from './placing.ts';
import type { Palette } from './theme.ts';

/** In pixels of the screen. */
export interface NameSpec extends Point {
  readonly text: string;
  readonly radius: number;
  /** Written whatever lies there, with a ring. */
  readonly chosen: boolean;
}

export interface LineNameSpec extends Line {
  readonly text: string;
  readonly chosen: boolean;
  /** Written even where it does not fit. */
  readonly always: boolean;
}

export interface Writing {
  readonly names: readonly NameSpec[];
  /** Circles that names keep clear of. */
  readonly circles: readonly (Point & { readonly radius: number })[];
  readonly lines: readonly LineNameSpec[];
  /** A ring round what the pointer or the keyboard is on, and the edge to it. */
  readonly pointed: { readonly node?: NameSpec | undefined; readonly line?: LineNameSpec | undefined };
}

const MOST = 250;

/** Draws all of it anew. */
export function write(canvas: HTMLCanvasElement, writing: Writing, palette: Palette): void {
  const context = sized(canvas);
  if (context === null) return;
  const taken = new Taken();
  const { node, line } = writing.pointed;
  for (const { x, y, radius } of writing.circles) {
    for (const box of boxesOf({ x, y, radius })) taken.add(box);
  }
  if (line !== undefined) stroke(context, line, palette.accent);
  const chosen = writing.names.filter((name) => name.chosen);
  for (const name of node === undefined ? chosen : [...chosen, node]) {
    ring(context, name, palette);
    writeName(context, { name, taken, palette, always: true });
  }
  let written = 0;
  for (const name of writing.names) {
    if (written >= MOST) break;
    if (!name.chosen && writeName(context, { name, taken, palette, always: false })) written += 1;
  }
  const lines = line === undefined ? writing.lines : [line, ...writing.lines];
  for (const one of lines) writeLineName(context, { line: one, taken, palette });
}

/** As many device pixels as the screen has, cleared. */
function sized(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth, clientHeight } = canvas;
  const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, clientWidth, clientHeight);
  return context;
}

function ring(context: CanvasRenderingContext2D, { x, y, radius }: NameSpec, palette: Palette): void {
  context.beginPath();
  context.arc(x, y, radius + 3.5, 0, Math.PI * 2);
  context.lineWidth = 5;
  context.strokeStyle = palette.back;
  context.stroke();
  context.lineWidth = 2.5;
  context.strokeStyle = palette.accent;
  context.stroke();
}

function stroke(context: CanvasRenderingContext2D, line: LineNameSpec, colour: string): void {
  context.beginPath();
  context.moveTo(line.source.x, line.source.y);
  for (let step = 1; step <= 24; step += 1) {
    const { x, y } = pointOn(line, step / 24);
    context.lineTo(x, y);
  }
  context.lineWidth = 4;
  context.globalAlpha = 0.55;
  context.strokeStyle = colour;
  context.stroke();
  context.globalAlpha = 1;
}

interface NameWriting {
  readonly name: NameSpec;
  readonly taken: Taken;
  readonly palette: Palette;
  readonly always: boolean;
}

/** Letters to a line. */
const LINE = 22;

function writeName(
  context: CanvasRenderingContext2D,
  { name, taken, palette, always }: NameWriting,
): boolean {
  if (name.text === '') return false;
  const { clientWidth, clientHeight } = context.canvas;
  const size = Math.max(12, Math.min(16, 10 + name.radius / 5));
  context.font = `${name.chosen || always ? 600 : 500} ${size}px system-ui, sans-serif`;
  const lines = toLines(name.text, LINE);
  const widths = lines.map((line) => context.measureText(line).width);
  const width = widths.reduce((a, b) => Math.max(a, b), 0);
  const height = lines.length * size * 1.15;
  const gap = name.radius + (always ? 8 : 4);
  const places = [
    { x: name.x + gap, y: name.y - height / 2, align: 0 },
    { x: name.x - width / 2, y: name.y + gap, align: 0.5 },
    { x: name.x - gap - width, y: name.y - height / 2, align: 1 },
    { x: name.x - width / 2, y: name.y - gap - height, align: 0.5 },
  ];
  const boxAt = ({ x, y }: Point) => ({ left: x - 1, right: x + width + 1, top: y, bottom: y + height });
  const whole = places.filter(
    ({ x, y }) => x > 2 && y > 2 && x + width < clientWidth - 2 && y + height < clientHeight - 2,
  );
  let place = whole.find((one) => taken.take(boxAt(one)));
  if (place === undefined && always) {
    place = whole[0] ?? places[0];
    if (place !== undefined) taken.add(boxAt(place));
  }
  if (place === undefined) return false;
  const { x, y, align } = place;
  lines.forEach((text, line) => {
    const spare = (width - (widths[line] ?? 0)) * align;
    haloed(context, { text, x: x + spare, y: y + (line + 0.5) * size * 1.15 }, palette);
  });
  return true;
}

function haloed(
  context: CanvasRenderingContext2D,
  { text, x, y }: Point & { text: string },
  palette: Palette,
): void {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = palette.back;
  context.strokeText(text, x, y);
  context.fillStyle = palette.ink;
  context.fillText(text, x, y);
}

/** Along the middle of the edge, the right way up; only where it fits. */
function writeLineName(
  context: CanvasRenderingContext2D,
  { line, taken, palette }: { line: LineNameSpec; taken: Taken; palette: Palette },
): void {
  const text = line.text;
  const loop = line.source.x === line.target.x && line.source.y === line.target.y;
  const middle = loop ? { x: line.source.x, y: line.source.y - 34 } : pointOn(line, 0.5);
  const [dx, dy] = [line.target.x - line.source.x, line.target.y - line.source.y];
  const length = Math.sqrt(dx * dx + dy * dy);
  context.font = `${line.chosen ? 600 : 400} ${line.chosen ? 12.5 : 11}px system-ui, sans-serif`;
  const width = context.measureText(text).width;
  if (!line.always && width > length * 0.72) return;
  const [cos, sin] = length < 1 ? [1, 0] : dx < 0 ? [-dx / length, -dy / length] : [dx / length, dy / length];
  const [across, down] = [
    (Math.abs(cos) * width + Math.abs(sin) * 12) / 2,
    (Math.abs(sin) * width + Math.abs(cos) * 12) / 2,
  ];
  const box = {
    left: middle.x - across,
    right: middle.x + across,
    top: middle.y - down,
    bottom: middle.y + down,
  };
  if (line.always) taken.add(box);
  else if (!taken.take(box)) return;
  context.save();
  context.transform(cos, sin, -sin, cos, middle.x, middle.y);
  haloed(context, { text, x: -width / 2, y: 0 }, palette);
  context.restore();
}
