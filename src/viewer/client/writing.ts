/** Names on the picture, on a canvas of their own above it: labels without overlaps, rings, what the pointer is on. */
import { chainOf, distance, type Line, type Point, pointOn } from './curve.ts';
import { type Box, bestPlace, boxesOf, Lines, type Place, Taken, toLines } from './placing.ts';
import type { Palette } from './theme.ts';

/** In pixels of the screen. */
export interface NameSpec extends Point {
  /** In the picture. */
  readonly key: string;
  readonly text: string;
  readonly radius: number;
  /** Written whatever lies there, with a ring. */
  readonly chosen: boolean;
}

export interface LineSpec extends Line {
  readonly key: string;
  readonly sourceRadius: number;
  readonly targetRadius: number;
}

export interface LineNameSpec extends LineSpec {
  readonly text: string;
  readonly chosen: boolean;
  /** Written even where it does not fit. */
  readonly always: boolean;
}

export interface Writing {
  readonly names: readonly NameSpec[];
  /** Circles that names keep clear of. */
  readonly circles: readonly (Point & { readonly radius: number })[];
  /** Lines that names keep clear of where they can; none while there are too many. */
  readonly drawn: readonly LineSpec[];
  readonly lines: readonly LineNameSpec[];
  /** A ring round what the pointer or the keyboard is on, and the edge to it. */
  readonly pointed: { readonly node?: NameSpec | undefined; readonly line?: LineNameSpec | undefined };
}

const MOST = 250;

interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly taken: Taken;
  readonly lines: Lines;
}

/** Draws all of it anew. */
export function write(canvas: HTMLCanvasElement, writing: Writing, palette: Palette): void {
  const context = sized(canvas);
  if (context === null) return;
  const { clientWidth, clientHeight } = canvas;
  const whole = { left: 0, top: 0, right: clientWidth, bottom: clientHeight };
  const sheet: Sheet = { context, palette, taken: new Taken(whole), lines: new Lines(whole) };
  const { node, line } = writing.pointed;
  for (const circle of writing.circles) for (const box of boxesOf(circle)) sheet.taken.add(box);
  for (const drawn of writing.drawn) sheet.lines.add(drawn.key, chainOf(drawn));
  if (line !== undefined) stroke(context, line, palette.accent);
  const first = writing.names.filter(({ chosen, key }) => chosen && key !== node?.key);
  if (node !== undefined) first.push(node);
  for (const name of first) {
    ring(context, name, palette);
    writeName(sheet, name, true);
  }
  // What must be read comes before what may be left out.
  const [must, may] = [
    writing.lines.filter(({ always, key }) => always && key !== line?.key),
    writing.lines.filter(({ always, key }) => !always && key !== line?.key),
  ];
  for (const one of line === undefined ? must : [line, ...must]) writeLineName(sheet, one);
  let written = 0;
  for (const name of writing.names) {
    if (written >= MOST) break;
    if (!name.chosen && name.key !== node?.key && writeName(sheet, name, false)) written += 1;
  }
  for (const one of may) writeLineName(sheet, one);
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

/** From rim to rim: the circles of the ends stay as they are. */
function stroke(context: CanvasRenderingContext2D, line: LineSpec, colour: string): void {
  const chain = Array.from({ length: 49 }, (_, step) => pointOn(line, step / 48)).filter(
    (point) =>
      distance(point, line.source) > line.sourceRadius && distance(point, line.target) > line.targetRadius,
  );
  context.beginPath();
  chain.forEach(({ x, y }, step) => {
    if (step === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.lineWidth = 4;
  context.globalAlpha = 0.55;
  context.strokeStyle = colour;
  context.stroke();
  context.globalAlpha = 1;
}

/** Letters to a line. */
const LINE = 22;

interface NamePlace extends Point, Place {
  /** Where shorter lines stand: 0 left, 0.5 in the middle, 1 right. */
  readonly align: number;
}

/** `always`: even where there is no room. Whether it was written. */
function writeName({ context, taken, lines, palette }: Sheet, name: NameSpec, always: boolean): boolean {
  if (name.text === '') return false;
  const letters = Math.max(12, Math.min(16, 10 + name.radius / 5));
  context.font = `${name.chosen || always ? 600 : 500} ${letters}px system-ui, sans-serif`;
  const texts = toLines(name.text, LINE);
  const widths = texts.map((text) => context.measureText(text).width);
  const width = widths.reduce((a, b) => Math.max(a, b), 0);
  const height = texts.length * letters * 1.15;
  const size = { width, height, across: context.canvas.clientWidth };
  const places = namePlaces(name, { ...size, gap: name.radius + (always ? 8 : 4) });
  const whole = places.filter(({ box }) => isInside(context.canvas, box));
  const place = bestPlace(whole, { taken, lines }) ?? (always ? (whole[0] ?? places[0]) : undefined);
  if (place === undefined) return false;
  taken.add(place.box);
  texts.forEach((text, line) => {
    const spare = (width - (widths[line] ?? 0)) * place.align;
    haloed(context, { text, x: place.x + spare, y: place.y + (line + 0.5) * letters * 1.15 }, palette);
  });
  return true;
}

interface NameSize {
  readonly width: number;
  readonly height: number;
  /** From the centre of the circle. */
  readonly gap: number;
  /** Of the whole picture. */
  readonly across: number;
}

/** Right, below, left, above; then the corners. Below and above it gives way to the rim of the picture. */
function namePlaces({ x, y }: Point, { width, height, gap, across }: NameSize): NamePlace[] {
  const side = gap * 0.72;
  const middle = Math.max(4, Math.min(across - width - 4, x - width / 2));
  const corners: readonly (readonly [number, number, number])[] = [
    [x + gap, y - height / 2, 0],
    [middle, y + gap, 0.5],
    [x - gap - width, y - height / 2, 1],
    [middle, y - gap - height, 0.5],
    [x + side, y + side, 0],
    [x - side - width, y + side, 1],
    [x + side, y - side - height, 0],
    [x - side - width, y - side - height, 1],
  ];
  return corners.map(([left, top, align]) => ({
    x: left,
    y: top,
    align,
    box: { left: left - 1, right: left + width + 1, top, bottom: top + height },
  }));
}

function isInside({ clientWidth, clientHeight }: HTMLCanvasElement, box: Box): boolean {
  return box.left > 1 && box.top > 2 && box.right < clientWidth - 1 && box.bottom < clientHeight - 2;
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

/** Where along the edge its name is tried, the middle first. */
const SPOTS = [0.5, 0.42, 0.58, 0.34, 0.66];

interface LinePlace extends Point {
  readonly cos: number;
  readonly sin: number;
  readonly box: Box;
}

/** Along the edge, the right way up, where it fits; else beside it if it is always written. */
function writeLineName(sheet: Sheet, line: LineNameSpec): void {
  const { context, taken, lines, palette } = sheet;
  const { text, chosen, always, key } = line;
  const size = chosen ? 12.5 : 11;
  context.font = `${chosen ? 600 : 400} ${size}px system-ui, sans-serif`;
  const width = context.measureText(text).width;
  const length = distance(line.source, line.target) - line.sourceRadius - line.targetRadius;
  const spots = width > length * 0.9 ? [] : SPOTS;
  const places = spots
    .map((spot) => linePlace(line, spot, width))
    .filter(({ box }) => isInside(context.canvas, box));
  const place = bestPlace(places, { taken, lines, own: key });
  if (place === undefined) {
    if (always) writeBeside(sheet, line, size);
    return;
  }
  taken.add(place.box);
  context.save();
  context.transform(place.cos, place.sin, -place.sin, place.cos, place.x, place.y);
  haloed(context, { text, x: -width / 2, y: 0 }, palette);
  context.restore();
}

/** Letters to a line of a block, as they are tried. */
const SHAPES = [LINE, 15, 34, 50];
const MOST_LINES = 5;
/** How far beside its edge it is tried, in pixels. */
const ASIDE = [4, 16, 30, 46];

/** A block of lines as near to the middle of the edge as there is room. */
function writeBeside({ context, taken, lines, palette }: Sheet, line: LineNameSpec, size: number): void {
  const blocks = SHAPES.map((longest) => {
    const texts = toLines(line.text, longest, MOST_LINES);
    const width = texts.reduce((most, text) => Math.max(most, context.measureText(text).width), 0);
    return { texts, width, height: texts.length * size * 1.15 };
  });
  // A block that is cut would lose what has to be read.
  const uncut = blocks.filter(({ texts }) => texts.join(' ').length >= line.text.length);
  const places = ASIDE.flatMap((aside, cost) =>
    SPOTS.flatMap((spot) =>
      (uncut.length > 0 ? uncut : blocks.slice(-1)).flatMap((block) =>
        besidePlaces(pointOn(line, spot), { ...block, aside, cost }),
      ),
    ),
  ).filter(({ box }) => isInside(context.canvas, box));
  const place = bestPlace(places, { taken, lines }) ?? places[0];
  if (place === undefined) return;
  taken.add(place.box);
  place.texts.forEach((text, row) => {
    haloed(context, { text, x: place.x, y: place.y + (row + 0.5) * size * 1.15 }, palette);
  });
}

interface BesideSpec {
  readonly texts: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly aside: number;
  readonly cost: number;
}

/** Below, above, right and left of a point; then the corners. */
function besidePlaces(
  { x, y }: Point,
  { texts, width, height, aside, cost }: BesideSpec,
): (Point & Place & Pick<BesideSpec, 'texts'>)[] {
  const corners: readonly (readonly [number, number])[] = [
    [x - width / 2, y + aside],
    [x - width / 2, y - aside - height],
    [x + aside, y - height / 2],
    [x - aside - width, y - height / 2],
    [x + aside, y + aside],
    [x + aside, y - aside - height],
    [x - aside - width, y + aside],
    [x - aside - width, y - aside - height],
  ];
  return corners.map(([left, top]) => ({
    x: left,
    y: top,
    cost,
    texts,
    box: { left: left - 1, right: left + width + 1, top, bottom: top + height },
  }));
}

function linePlace(line: LineNameSpec, spot: number, width: number): LinePlace {
  const { x, y } = pointOn(line, spot);
  const [before, after] = [pointOn(line, spot - 0.05), pointOn(line, spot + 0.05)];
  const length = distance(before, after);
  const way = after.x < before.x ? -1 : 1;
  const [cos, sin] =
    length < 0.1 ? [1, 0] : [(way * (after.x - before.x)) / length, (way * (after.y - before.y)) / length];
  const across = (Math.abs(cos) * width + Math.abs(sin) * 12) / 2;
  const down = (Math.abs(sin) * width + Math.abs(cos) * 12) / 2;
  return { x, y, cos, sin, box: { left: x - across, right: x + across, top: y - down, bottom: y + down } };
}
