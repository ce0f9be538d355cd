/** Drawing of nodes: circles, none smaller on the screen than can be seen and hit. */
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { withoutPicking } from './edgeProgram.ts';
import type { EdgeAttributes, NodeAttributes } from './picture.ts';

const UNIFORMS = ['u_matrix', 'u_half', 'u_radius', 'u_least'] as const;

/** The triangle around a circle of radius 1. */
const CORNERS = [
  [0, 2],
  [-1.7321, -1],
  [1.7321, -1],
];

const VERTEX = `
attribute vec2 a_place;
attribute float a_size;
attribute vec4 a_color;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_radius;
uniform float u_least;
varying vec4 v_color;
varying vec3 v_where;
void main() {
  float radius = max(u_least, a_size * u_radius);
  vec2 away = a_corner * (radius + 1.0);
  vec2 centre = (u_matrix * vec3(a_place, 1.0)).xy;
  gl_Position = vec4(centre + away / u_half, 0.0, 1.0);
  v_where = vec3(away, radius);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec3 v_where;
void main(void) {
  float cover = clamp(v_where.z + 0.5 - length(v_where.xy), 0.0, 1.0);
  gl_FragColor = vec4(v_color.rgb * v_color.a, v_color.a) * cover;
}`;

/** `least`: the least radius, in pixels. */
export function createNodeProgram(least: () => number) {
  return class extends NodeProgram<(typeof UNIFORMS)[number], NodeAttributes, EdgeAttributes> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGL2RenderingContext;
      return {
        VERTICES: CORNERS.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_place', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: CORNERS,
      };
    }

    override processVisibleItem(_id: number, start: number, { x, y, size, color }: NodeDisplayData) {
      const { array } = this;
      array[start] = x;
      array[start + 1] = y;
      array[start + 2] = size;
      array[start + 3] = floatColor(color);
    }

    override render(params: RenderParams) {
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
