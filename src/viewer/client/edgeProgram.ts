/** Drawing of edges: straight or bent, solid, dashed or dotted, with an arrow. */
import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { Motion } from './motion.ts';
import type { EdgeAttributes, NodeAttributes } from './picture.ts';

/** What the reducer adds to sigma's own attributes. */
export interface DrawnEdge extends EdgeDisplayData {
  readonly bend: number;
  readonly stroke: Stroke;
  readonly arrow: boolean;
}

/** Solid for what is plain, dotted for what is denied, dashed for the rest. */
export type Stroke = 'solid' | 'dashed' | 'dotted';

const STROKES: readonly Stroke[] = ['solid', 'dashed', 'dotted'];

const UNIFORMS = ['u_matrix', 'u_half', 'u_radius', 'u_least'] as const;

/**
 * All in pixels of the screen; only `u_matrix` knows the camera. `a_shape`: bend, width, radius of the target, style,
 * which is the place in `STROKES`, and 4 more with an arrow.
 */
const VERTEX = (segments: number) => `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_shape;
attribute vec4 a_color;
attribute vec3 a_spot;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_radius;
uniform float u_least;
varying vec4 v_color;
varying vec3 v_where;
varying float v_dash;
vec2 p0; vec2 p1; vec2 p2; vec2 p3;
vec2 on(float t) {
  float u = 1.0 - t;
  return u*u*u*p0 + 3.0*u*u*t*p1 + 3.0*u*t*t*p2 + t*t*t*p3;
}
float reach(float radius) {
  float low = 0.0; float high = 1.0;
  for (int i = 0; i < ${segments > 1 ? 12 : 1}; i += 1) {
    ${segments > 1 ? 'float middle = 0.5 * (low + high);\n    if (middle > 0.5 && distance(on(middle), p3) < radius) high = middle; else low = middle;' : 'low = 1.0 - min(1.0, radius / distance(p0, p3));'}
  }
  return low;
}
void main() {
  float bend = a_shape.x; float width = a_shape.y; float radius = max(u_least, a_shape.z * u_radius); float style = a_shape.w;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  v_color = vec4(0.0); v_where = vec3(0.0); v_dash = 0.0;
  if (width <= 0.0) return;
  p0 = (u_matrix * vec3(a_source, 1.0)).xy * u_half;
  p3 = (u_matrix * vec3(a_target, 1.0)).xy * u_half;
  vec2 way = p3 - p0;
  float span = length(way);
  ${
    segments > 1
      ? `if (span < 0.01) {
    float size = radius * 2.2 + 14.0 * bend;
    p1 = p0 + size * vec2(-1.1, 1.4);
    p2 = p0 + size * vec2(1.1, 1.4);
    span = size * 2.0;
  } else {
    vec2 side = vec2(way.y, -way.x) * bend * -1.3333333;
    p1 = p0 + way / 3.0 + side;
    p2 = p0 + way * 0.6666667 + side;
  }`
      : `if (span < 0.01) return;
  p1 = p0 + way / 3.0;
  p2 = p0 + way * 0.6666667;`
  }
  bool arrow = style > 3.5;
  v_dash = mod(style, 4.0);
  float head = arrow ? 5.0 + 2.5 * width : 0.0;
  if (span < radius + head * 1.5) head = 0.0;
  float tip = reach(radius);
  float last = head > 0.0 ? reach(radius + head) : tip;
  vec2 place; vec2 normal;
  float half_ = 0.5 * width + 0.75;
  if (a_spot.z > 0.5) {
    if (head <= 0.0) return;
    vec2 end = on(tip); vec2 base = on(last);
    vec2 ahead = normalize(end - base + vec2(0.00001, 0.0));
    normal = vec2(-ahead.y, ahead.x);
    place = a_spot.x > 0.5 ? end : base + normal * a_spot.y * head * 0.45;
    v_where = vec3(0.0, 1000.0, 0.0);
  } else {
    float t = a_spot.x * last;
    vec2 ahead = on(min(t + 0.01, 1.0)) - on(max(t - 0.01, 0.0));
    ahead = normalize(ahead + vec2(0.00001, 0.0));
    normal = vec2(-ahead.y, ahead.x);
    place = on(t) + normal * a_spot.y * half_;
    v_where = vec3(a_spot.y * half_, 0.5 * width, t * span);
  }
  gl_Position = vec4(place / u_half, 0.0, 1.0);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec3 v_where;
varying float v_dash;
void main(void) {
  float cover = clamp(v_where.y + 0.5 - abs(v_where.x), 0.0, 1.0);
  if (v_dash > 0.5 && v_where.y < 999.0) {
    float span = v_dash > 1.5 ? 5.0 : 10.0;
    cover *= 1.0 - smoothstep(0.5, 0.62, fract(v_where.z / span));
  }
  gl_FragColor = vec4(v_color.rgb * v_color.a, v_color.a) * cover;
}`;

/** Two triangles for each stretch, one for the head: how far along, which side, head or not. */
function spots(segments: number): number[][] {
  const all: number[][] = [];
  for (let stretch = 0; stretch < segments; stretch += 1) {
    const [a, b] = [stretch / segments, (stretch + 1) / segments];
    all.push([a, -1, 0], [b, -1, 0], [a, 1, 0], [a, 1, 0], [b, -1, 0], [b, 1, 0]);
  }
  all.push([1, 0, 1], [0, -1, 1], [0, 1, 1]);
  return all;
}

export interface EdgeProgramSpec {
  /** 1 for straight edges, more for bent ones. */
  readonly segments: number;
  /** The least radius of a circle, in pixels. */
  readonly least: () => number;
  readonly motion: Motion;
}

export function createEdgeProgram({ segments, least, motion }: EdgeProgramSpec) {
  return class extends EdgeProgram<(typeof UNIFORMS)[number], NodeAttributes, EdgeAttributes> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGL2RenderingContext;
      return {
        VERTICES: segments * 6 + 3,
        VERTEX_SHADER_SOURCE: VERTEX(segments),
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: FLOAT },
          { name: 'a_target', size: 2, type: FLOAT },
          { name: 'a_shape', size: 4, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_spot', size: 3, type: FLOAT }],
        CONSTANT_DATA: spots(segments),
      };
    }

    // Sigma gives the five of them.
    override processVisibleItem(
      _id: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ) {
      const edge = data as DrawnEdge; // made by the reducer of the stage
      const { array } = this;
      array[start] = source.x;
      array[start + 1] = source.y;
      array[start + 2] = target.x;
      array[start + 3] = target.y;
      array[start + 4] = edge.bend;
      array[start + 5] = edge.size;
      array[start + 6] = target.size;
      array[start + 7] = STROKES.indexOf(edge.stroke) + (edge.arrow ? 4 : 0);
      array[start + 8] = floatColor(edge.color);
    }

    override render(params: RenderParams) {
      if (motion.hidesEdges) return;
      withoutPicking(this, () => super.render(params));
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix);
      gl.uniform2f(uniformLocations.u_half ?? null, params.width / 2, params.height / 2);
      gl.uniform1f(uniformLocations.u_radius ?? null, 1 / params.sizeRatio);
      gl.uniform1f(uniformLocations.u_least ?? null, least());
    }
  };
}

/** Draws what is to be seen, not what sigma would look up clicks in: `pointing.ts` finds them by geometry. */
export function withoutPicking(program: { pickProgram: ProgramInfo | null }, draw: () => void): void {
  const { pickProgram } = program;
  program.pickProgram = null;
  draw();
  program.pickProgram = pickProgram;
}
