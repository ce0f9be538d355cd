/** The parts of the SVG: paths, marks, numbers and texts. */
import { twoDecimals } from '../columns.ts';
import type { Circle } from './boxes.ts';
import type { Curve, Point } from './curves.ts';
import type { Label } from './labels.ts';
import type { Route } from './routes.ts';

/** A circle with an exclamation mark. */
export function disputedMark({ x, y }: Point, unit: number): string {
  const at = (dy: number) => point({ x, y: y + dy * unit });
  const mark = `M${at(-3.2)}L${at(0.7)}M${at(3.1)}L${at(3.2)}`;
  return `<circle class="d" cx="${number(x)}" cy="${number(y)}" r="${number(6 * unit)}"/><path class="d" d="${mark}"/>`;
}

/** From the border of the node to the nearest point of its name. */
export function leader({ node, box }: Label, circles: readonly Circle[]): string {
  const circle = circles[node];
  if (!circle) return '';
  const to = {
    x: Math.min(Math.max(circle.x, box.x), box.x + box.width),
    y: Math.min(Math.max(circle.y, box.y), box.y + box.height),
  };
  const length = Math.sqrt((to.x - circle.x) * (to.x - circle.x) + (to.y - circle.y) * (to.y - circle.y));
  const share = length === 0 ? 0 : Math.min(1, circle.r / length);
  const from = { x: circle.x + (to.x - circle.x) * share, y: circle.y + (to.y - circle.y) * share };
  return `<path class="y" d="M${point(from)}L${point(to)}"/>\n`;
}

export function pathOf({ curve, straight }: Route): string {
  const [a, b, c, d]: Curve = curve;
  return straight ? `M${point(a)}L${point(d)}` : `M${point(a)}C${point(b)} ${point(c)} ${point(d)}`;
}

export function polygon(points: readonly Point[]): string {
  return `M${points.map(point).join('L')}Z`;
}

export function point({ x, y }: Point): string {
  return `${number(x)} ${number(y)}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The content of an element, without CDATA: inside a page, `<title>` is read by the rules of HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}

export function number(value: number): string {
  return String(twoDecimals(value));
}
