/** The picture: sigma with our own edges and names, kept in step with the state. */
import Sigma from 'sigma';
import type { App, Part } from './app.ts';
import { createCamera, type StageCamera } from './camera.ts';
import { selectedNodes } from './choose.ts';
import { make } from './dom.ts';
import { createEdgeProgram } from './edgeProgram.ts';
import { type Emphasis, toEmphasis } from './emphasis.ts';
import { listenToPointer } from './listenToPointer.ts';
import { type Motion, type MotionState, watchMotion } from './motion.ts';
import { createNodeProgram } from './nodeProgram.ts';
import { type Paint, toPaint } from './paint.ts';
import {
  type EdgeAttributes,
  emptyPicture,
  extentOf,
  type NodeAttributes,
  type Picture,
  toPicture,
} from './picture.ts';
import { leastRadius, type Targets } from './pointing.ts';
import { reduceEdge, reduceNode } from './reduce.ts';
import { edgeKey, type LevelScene, nodeKey, opensByLevels, toLevelScene } from './scene.ts';
import { toTargets } from './targets.ts';
import { type Palette, readPalette } from './theme.ts';
import { toWriting } from './toWriting.ts';
import { write } from './writing.ts';

export interface Pointed {
  /** A key of the picture. */
  node: string | undefined;
  edge: string | undefined;
}

/** What the drawing reads at each frame. */
export interface Drawing {
  readonly app: App;
  readonly renderer: Sigma<NodeAttributes, EdgeAttributes>;
  readonly pointed: Pointed;
  readonly motion: Motion;
  /** To be called when the picture holds others, with their number. */
  readonly otherEdges: (edges: number) => void;
  picture: Picture;
  scene: LevelScene | undefined;
  emphasis: Emphasis | undefined;
  palette: Palette;
  paint: Paint;
  /** Keys of the shown nodes, the largest first. */
  order: readonly string[];
  /** What a click may mean. */
  targets: Targets;
  /** In pixels; no circle is drawn smaller. */
  leastRadius: number;
}

/** Radius of a circle on the screen, in pixels. */
export function radiusOf({ renderer, leastRadius: least }: Drawing, size: number): number {
  return Math.max(least, renderer.scaleSize(size));
}

export interface Stage extends Part {
  readonly camera: StageCamera;
  readonly drawing: Drawing;
  /** After a change of theme. */
  repaint(): void;
  /** What the keyboard is on. */
  point(edge: number | undefined, node: number | undefined): void;
}

export function createStage(app: App): Stage {
  const holder = make('div', { class: 'canvas' });
  const names = make('canvas', { class: 'names', attributes: { 'aria-hidden': 'true' } });
  const element = make('div', { class: 'stage-layers' }, holder, names);
  const drawing = startDrawing(app, holder);
  const { renderer } = drawing;
  const rewrite = () => write(names, toWriting(drawing), drawing.palette);
  const camera = createCamera(renderer);
  renderer.on('afterRender', rewrite);
  listenToPointer(drawing, rewrite);
  let shown: unknown[] = [];
  const render = () => {
    const { selection, hops, opened } = app.state;
    const now = [app.visible, selection, hops, opened];
    if (now.every((one, index) => one === shown[index])) return;
    const filterChanged = shown[0] !== app.visible;
    const selected = selection !== shown[1];
    shown = now;
    update(drawing, filterChanged);
    if (selected) showSelected(drawing, camera);
  };
  return {
    element,
    drawing,
    camera,
    render,
    repaint() {
      drawing.palette = readPalette();
      drawing.paint = toPaint(app.model, drawing.palette);
      renderer.scheduleRefresh();
    },
    point(edge, node) {
      drawing.pointed.edge = edge === undefined ? undefined : edgeKey(edge);
      drawing.pointed.node = node === undefined ? undefined : nodeKey(node);
      rewrite();
    },
  };
}

function startDrawing(app: App, holder: HTMLElement): Drawing {
  const palette = readPalette();
  const motion: MotionState = { moving: false, hidesEdges: false };
  const least = () => drawing.leastRadius;
  // Empty at first, so that nothing is drawn before all is set.
  const renderer = new Sigma<NodeAttributes, EdgeAttributes>(emptyPicture(), holder, {
    allowInvalidContainer: true,
    itemSizesReference: 'positions',
    // Circles grow with the distances, so that those that do not touch in the data never touch on the screen.
    zoomToSizeRatioFunction: (ratio) => ratio,
    enableCameraRotation: false,
    renderLabels: false,
    renderEdgeLabels: false,
    zIndex: true,
    stagePadding: 24,
    minCameraRatio: 0.002,
    maxCameraRatio: 3,
    defaultEdgeType: 'straight',
    nodeProgramClasses: { circle: createNodeProgram(least) },
    edgeProgramClasses: {
      straight: createEdgeProgram({ segments: 1, least, motion }),
      bent: createEdgeProgram({ segments: 20, least, motion }),
    },
    defaultDrawNodeHover: () => undefined,
  });
  const drawing: Drawing = {
    app,
    renderer,
    motion,
    otherEdges: watchMotion(renderer, motion),
    picture: emptyPicture(),
    scene: undefined,
    palette,
    emphasis: undefined,
    paint: toPaint(app.model, palette),
    pointed: { node: undefined, edge: undefined },
    order: [],
    targets: { circles: [], lines: [] },
    leastRadius: 0,
  };
  renderer.setCustomBBox(extentOf(app.model));
  renderer.setSetting('nodeReducer', (_, attributes) => reduceNode(drawing, attributes));
  renderer.setSetting('edgeReducer', (_, attributes) => reduceEdge(drawing, attributes));
  return drawing;
}

function sceneOf(app: App): LevelScene | undefined {
  if (!opensByLevels(app.visible)) return undefined;
  return toLevelScene(app.model, app.visible, { opened: app.state.opened, wanted: selectedNodes(app) });
}

/** Draws the state anew; of a graph by levels what is in the picture changes too. */
function update(drawing: Drawing, filterChanged: boolean): void {
  const { app, renderer } = drawing;
  const scene = sceneOf(app);
  const changes = drawing.order.length === 0 || scene !== undefined || drawing.scene !== undefined;
  drawing.emphasis = toEmphasis(app);
  drawing.scene = scene;
  if (changes) drawing.picture = toPicture(app.model, scene);
  if (changes || filterChanged) {
    drawing.pointed.node = undefined;
    drawing.pointed.edge = undefined;
  }
  if (changes || filterChanged) {
    drawing.order = bySize(drawing);
    drawing.targets = toTargets(drawing);
    drawing.leastRadius = leastRadius(drawing.order.length);
    drawing.otherEdges(drawing.targets.lines.length);
  }
  if (changes) renderer.setGraph(drawing.picture);
  else renderer.scheduleRefresh();
}

function bySize({ app, picture }: Drawing): string[] {
  const sized: { key: string; size: number }[] = [];
  picture.forEachNode((key, { node, group, size }) => {
    if (group !== undefined || app.visible.nodes[node] === 1) sized.push({ key, size });
  });
  return sized.sort((a, b) => b.size - a.size).map(({ key }) => key);
}

/** Brings what was chosen elsewhere, by search or table, into the picture; of a path all of it. */
function showSelected({ app, emphasis }: Drawing, camera: StageCamera): void {
  const { x, y } = app.model.payload.nodes;
  const nodes = app.state.selection.kind === 'path' && emphasis ? [...emphasis.nodes] : selectedNodes(app);
  camera.bringIn(nodes.map((node) => ({ x: x[node] ?? 0, y: y[node] ?? 0 })));
}
