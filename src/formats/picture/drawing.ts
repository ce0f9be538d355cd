/** Writes a composed picture as SVG. */
import type { GraphView, PlacedGraph } from '../../graph/view.ts';
import { isColour } from '../columns.ts';
import { writableElements } from '../elements.ts';
import type { WriteContext } from '../formats.ts';
import { countLoss } from '../losses.ts';
import { WRITE_DEFAULTS } from '../options.ts';
import { xmlAttribute } from '../xml.ts';
import { createXmlGate, type XmlGate } from '../xmlGate.ts';
import { type Point, pointAt } from './curves.ts';
import type { EdgeLabel } from './edgeLabels.ts';
import { ASCENT, type Sign, type TextLine } from './frame.ts';
import { evidenceCount, hoverOf, QUOTED_ELEMENTS } from './hover.ts';
import type { Label } from './labels.ts';
import type { Weight } from './measure.ts';
import { compose, type Picture } from './picture.ts';
import type { Route } from './routes.ts';
import { disputedMark, escaped, leader, number, pathOf, point, polygon } from './shapes.ts';
import { type Standing, standings } from './standing.ts';
import { type Palette, paletteOf, styleSheet, type ThemeChoice } from './style.ts';
import { inDirection, inOneLine, type Words, wordsOf } from './words.ts';
import { LEADING } from './wrap.ts';

/** How a picture is written. */
export interface Drawing {
  readonly format: string;
  readonly theme: ThemeChoice;
  /** Without what cannot be seen: ids, labels as data, and what is told when something is pointed at. */
  readonly bare: boolean;
}

/** What is made of a graph: the parts of the SVG, and how many pixels wide it is to be drawn. */
export interface Drawn {
  readonly parts: Iterable<string>;
  readonly pixels: number;
  /** How many drawn characters the font has no glyph for. */
  readonly missing: number;
}

/** Composes and writes; what is left out of the picture is counted at once, what XML cannot hold is refused at once. */
export function drawingOf(graph: PlacedGraph, context: WriteContext, drawing: Drawing): Drawn {
  const gate = createXmlGate(context, { format: drawing.format, place: 'element' });
  const { view, placement } = graph;
  const { nodes, edges } = writableElements(view, drawing.format, gate.report);
  for (let i = 0; i < view.nodes.count; i++) {
    gate.rounded(placement.x[i]);
    gate.rounded(placement.y[i]);
  }
  const words = wordsOf(view, gate);
  const paper = context.options?.paper ?? WRITE_DEFAULTS.paper;
  const picture = compose({ graph, words, nodes, edges, paper });
  const palette = paletteOf(coloursOf(view, gate));
  if (picture.labelsLeftOut > 0) countLoss(context.losses, 'label-left-out', picture.labelsLeftOut);
  const cut = picture.labels.filter(({ block }) => block.cut).length;
  if (cut > 0) countLoss(context.losses, 'label-shortened', cut);
  const elements = view.nodes.count + view.edges.count;
  if (drawing.bare || elements > QUOTED_ELEMENTS) {
    const pieces = evidenceCount(view);
    if (pieces > 0) countLoss(context.losses, 'evidence-left-out', pieces);
  }
  const writer = new Writer({ graph, picture, palette, words, drawing, drawn: { nodes, edges } });
  return { parts: writer.parts(), pixels: picture.sheet.pixels, missing: missingIn(picture) };
}

/** The colours of what is drawn and of the legend; another form than `#rrggbb` is refused, once. */
function coloursOf({ nodes, edges, kinds, relations }: GraphView, gate: XmlGate): Set<string> {
  const legend = [...kinds, ...relations].map(({ colour }) => colour);
  const colours = new Set([...nodes.colour, ...edges.colour, ...legend]);
  for (const colour of colours)
    if (!isColour(colour)) gate.refuse(colour, 'a colour is «#» and six hex digits');
  return colours;
}

function missingIn({ frame, labels, edgeLabels, setting }: Picture): number {
  const drawn: (readonly [string, Weight])[] = [
    ...frame.lines.map(({ text, weight }) => [text, weight] as const),
    ...labels.flatMap(({ block }) => block.lines.map((line) => [line, block.weight] as const)),
    ...edgeLabels.flatMap(({ lines }) => lines.map((line) => [line, 'regular'] as const)),
  ];
  return drawn.reduce((sum, [text, weight]) => sum + setting.measure(text, weight).missing, 0);
}

/** Where on its line an edge is marked as disputed: off the middle, where its words stand. */
const MARK_AT = 0.8;

interface Material {
  readonly graph: PlacedGraph;
  readonly picture: Picture;
  readonly palette: Palette;
  readonly words: Words;
  readonly drawing: Drawing;
  readonly drawn: { readonly nodes: Uint8Array; readonly edges: Uint8Array };
}

class Writer {
  readonly #material: Material;
  readonly #standing: (edge: number) => Standing;

  constructor(material: Material) {
    this.#material = material;
    this.#standing = standings(material.graph.view.edges);
  }

  *parts(): Generator<string> {
    const { picture } = this.#material;
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield this.#head();
    yield `<rect class="g" width="${number(picture.width)}" height="${number(picture.height)}"/>\n`;
    yield '<g class="edges">\n';
    yield* this.#edges();
    yield '</g>\n<g class="nodes">\n';
    yield* this.#nodes();
    yield '</g>\n<g class="names">\n';
    yield* this.#names();
    yield '</g>\n<g class="frame">\n';
    for (const sign of picture.frame.signs) yield this.#sign(sign);
    for (const line of picture.frame.lines) yield this.#text(line, line.tone === 'text' ? 'x' : 'm');
    yield '</g>\n</svg>\n';
  }

  #head(): string {
    const { picture, palette, words, drawing, graph } = this.#material;
    const { width, height, sheet, transform } = picture;
    const { dataset, edges } = graph.view;
    const [w = number(width), h = number(height)] = sheet.millimetres?.map((mm) => `${mm}mm`) ?? [];
    const size = `width="${w}" height="${h}" viewBox="0 0 ${number(width)} ${number(height)}"`;
    const style = styleSheet(palette, {
      unit: sheet.unit,
      nodes: graph.view.nodes.count,
      edges: edges.count,
      theme: drawing.theme,
    });
    const open = `<svg xmlns="http://www.w3.org/2000/svg" ${size}`;
    if (drawing.bare) return `${open}>\n<style>\n${style}\n</style>\n`;
    const [title, description] = this.#ownIds();
    const lang = words.legal(dataset.language);
    const place = `data-scale="${transform.k}" data-left="${transform.left}" data-top="${transform.top}"`;
    const about = inOneLine(words.legal(dataset.description) ?? '');
    const counts = `A graph of ${graph.view.nodes.count} nodes and ${edges.count} edges.`;
    return [
      `${open}${lang ? ` xml:lang="${xmlAttribute(lang)}"` : ''} role="img" aria-labelledby="${title} ${description}" ${place}>`,
      `<title id="${title}">${escaped(inOneLine(words.legal(dataset.title) ?? '') || 'Graph')}</title>`,
      `<desc id="${description}">${escaped(about === '' ? counts : `${about} ${counts}`)}</desc>`,
      `<style>\n${style}\n</style>\n`,
    ].join('\n');
  }

  /** Ids that no node or edge has. */
  #ownIds(): readonly string[] {
    const { nodes, edges } = this.#material.graph.view;
    const taken = new Set<string>([...nodes.id, ...edges.id]);
    return ['picture-title', 'picture-description'].map((wanted) => {
      let id = wanted;
      for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
      return id;
    });
  }

  *#edges(): Generator<string> {
    const { graph, picture, drawn, drawing, words, palette } = this.#material;
    const { nodes, edges } = graph.view;
    const hover = drawing.bare ? undefined : hoverOf(graph.view, words);
    const told = nodes.count + edges.count <= QUOTED_ELEMENTS;
    for (let i = 0; i < edges.count; i++) {
      const route = picture.routes[i];
      if (!drawn.edges[i] || !route) continue;
      const colour = `e ${palette.shape(edges.colour[i])}`;
      const data = drawing.bare ? '' : this.#dataOf(i);
      const line = this.#line(i, route);
      const ends = this.#headAndMark(i, route);
      // A mass of lines is drawn half as fast again without groups.
      if (ends === '' && !(hover && told))
        yield `<path class="${colour} ${line.classes}"${data}${line.rest}/>\n`;
      else {
        const title = hover && told ? `<title>${escaped(hover.edge(i))}</title>` : '';
        yield `<g class="${colour}"${data}>${title}<path class="${line.classes}"${line.rest}/>${ends}</g>\n`;
      }
    }
  }

  #dataOf(edge: number): string {
    const { nodes, edges } = this.#material.graph.view;
    const [source, target] = [edges.source[edge], edges.target[edge]].map((node) => nodes.id[node ?? -1]);
    const kind = this.#material.words.legal(edges.kind[edge]);
    const ofKind = kind ? ` data-kind="${xmlAttribute(kind)}"` : '';
    return ` id="${edges.id[edge]}" data-source="${source}" data-target="${target}"${ofKind}`;
  }

  #line(edge: number, route: Route): { readonly classes: string; readonly rest: string } {
    const { graph, picture } = this.#material;
    const { notPlain, derived } = this.#standing(edge);
    const weight = graph.view.edges.weight[edge] ?? 1;
    const width = picture.detailed && weight > 1 ? 1.4 + Math.min(2.6, 0.8 * (Math.sqrt(weight) - 1)) : 0;
    const stroke = width ? ` style="stroke-width:${number(width * picture.sheet.unit)}px"` : '';
    const dashes = notPlain.length > 0 ? ' o' : derived ? ' v' : '';
    return { classes: `l${dashes}`, rest: `${stroke} d="${pathOf(route)}"` };
  }

  #headAndMark(edge: number, { head, curve }: Route): string {
    const arrow = head ? `<path class="a" d="${polygon(head)}"/>` : '';
    const { disputed } = this.#standing(edge);
    return arrow + (disputed ? disputedMark(pointAt(curve, MARK_AT), this.#material.picture.sheet.unit) : '');
  }

  *#nodes(): Generator<string> {
    const { graph, picture, drawn, drawing, words, palette } = this.#material;
    const { nodes } = graph.view;
    const hover = drawing.bare ? undefined : hoverOf(graph.view, words);
    for (let i = 0; i < nodes.count; i++) {
      const circle = picture.circles[i];
      if (!drawn.nodes[i] || !circle) continue;
      const { x, y, r } = circle;
      const shape = `<circle class="${palette.shape(nodes.colour[i])} n" cx="${number(x)}" cy="${number(y)}" r="${number(r)}"/>`;
      if (!hover) {
        yield `${shape}\n`;
        continue;
      }
      const kind = words.legal(nodes.kind[i]);
      const data = `data-label="${xmlAttribute(words.label(i))}"${kind ? ` data-kind="${xmlAttribute(kind)}"` : ''}`;
      yield `<g id="${nodes.id[i]}" ${data}><title>${escaped(hover.node(i))}</title>${shape}</g>\n`;
    }
  }

  *#names(): Generator<string> {
    const { picture, graph } = this.#material;
    const { edges } = graph.view;
    for (const label of picture.labels) if (label.led) yield leader(label, picture.circles);
    for (const label of picture.edgeLabels)
      yield this.#edgeLabel(label, this.#material.palette.text(edges.colour[label.edge]));
    for (const label of picture.labels) yield* this.#label(label);
  }

  *#label({ block, box, anchor }: Label): Generator<string> {
    const { lines, fontSize, weight } = block;
    const share = anchor === 'start' ? 0 : anchor === 'end' ? 1 : 0.5;
    for (const [i, text] of lines.entries()) {
      const at = { x: box.x + share * box.width, y: box.y + (i * LEADING + ASCENT) * fontSize };
      yield this.#text({ ...at, text, fontSize, weight, anchor, tone: 'text' }, 'x h');
    }
  }

  /** Along the edge, on a piece of the ground that interrupts it. */
  #edgeLabel({ at, along, lines, fontSize, width }: EdgeLabel, tone: string): string {
    const turn = [along.x, along.y, -along.y, along.x].map((part) =>
      String(Math.round(part * 1e4) / 1e4 + 0),
    );
    const matrix = `matrix(${turn.join(' ')} ${number(at.x)} ${number(at.y)})`;
    const height = ((lines.length - 1) * LEADING + 1) * fontSize;
    const size = `width="${number(width + 0.6 * fontSize)}" height="${number(height)}"`;
    const ground = `<rect class="g" x="${number(-width / 2 - 0.3 * fontSize)}" y="${number(-height / 2)}" ${size}/>`;
    const texts = lines.map((text, i) => {
      const y = (i - (lines.length - 1) / 2) * LEADING * fontSize + 0.34 * fontSize;
      return this.#text({ x: 0, y, text, fontSize, weight: 'regular', anchor: 'middle', tone: 'text' }, tone);
    });
    return `<g transform="${matrix}">${ground}${texts.map((text) => text.trimEnd()).join('')}</g>\n`;
  }

  #text({ x, y, text, fontSize, weight, anchor }: TextLine, classes: string): string {
    const { width, exact } = this.#material.picture.setting.measure(text, weight);
    const turned = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
    const long =
      exact && text.length > 1
        ? ` textLength="${number(width * fontSize)}" lengthAdjust="spacingAndGlyphs"`
        : '';
    const bold = weight === 'bold' ? ' b' : '';
    return `<text class="${classes}${bold}" x="${number(x)}" y="${number(y)}" font-size="${number(fontSize)}"${turned}${long}>${escaped(inDirection(text))}</text>\n`;
  }

  #sign({ kind, colour, x, y }: Sign): string {
    const { palette, picture } = this.#material;
    const { unit } = picture.sheet;
    const at = (dx: number, dy = 0): Point => ({ x: x + dx * unit, y: y + dy * unit });
    const line = (from: Point, to: Point) => `M${point(from)}L${point(to)}`;
    if (kind === 'node')
      return `<circle class="${palette.shape(colour)} n" cx="${number(at(12).x)}" cy="${number(y)}" r="${number(6.5 * unit)}"/>\n`;
    if (kind === 'disputed') return `${disputedMark(at(12), unit)}\n`;
    if (kind === 'dashed' || kind === 'dotted')
      return `<path class="l y ${kind === 'dashed' ? 'o' : 'v'}" stroke-width="${number(1.6 * unit)}" d="${line(at(0), at(24))}"/>\n`;
    const shape = palette.shape(colour);
    const head =
      kind === 'arrow' ? `<path class="a" d="${polygon([at(25), at(17, -3.6), at(17, 3.6)])}"/>` : '';
    const end = kind === 'arrow' ? at(18) : at(25);
    return `<g class="${shape}"><path class="l" stroke-width="${number(1.8 * unit)}" d="${line(at(0), end)}"/>${head}</g>\n`;
  }
}
