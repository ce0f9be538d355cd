/** The picture: sigma with our own edges and names, kept in step with the state. */
import Sigma from 'sigma';
import type { App, Part } from './app.ts';
import { createCamera, type StageCamera } from './camera.ts';
import { chooseEdge, chooseNode, clearSelection, selectedNodes } from './choose.ts';
import { make } from './dom.ts';
import { createEdgeProgram, createNodeProgram } from './edgeProgram.ts';
import { type Emphasis, toEmphasis } from './emphasis.ts';
import { type Motion, type MotionState, watchMotion } from './motion.ts';
import { type Paint, toPaint } from './paint.ts';
import {
  type EdgeAttributes,
  emptyPicture,
  extentOf,
  type NodeAttributes,
  type Picture,
  toPicture,
} from './picture.ts';
import { gripOf, nearestNode } from './pointing.ts';
import { reduceEdge, reduceNode } from './reduce.ts';
import { edgeKey, type LevelScene, nodeKey, opensByLevels, toLevelScene } from './scene.ts';
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
  /** To be called when the picture holds others. */
  readonly otherEdges: () => void;
  picture: Picture;
  scene: LevelScene | undefined;
  emphasis: Emphasis | undefined;
  palette: Palette;
  paint: Paint;
  /** Keys of the shown nodes, the largest first. */
  order: readonly string[];
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
  listen(drawing, rewrite);
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
  const grip = () => gripOf(app.visible.edgeCount);
  // Empty at first, so that nothing is drawn before all is set.
  const renderer = new Sigma<NodeAttributes, EdgeAttributes>(emptyPicture(), holder, {
    allowInvalidContainer: true,
    itemSizesReference: 'positions',
    // Circles grow with the distances, so that those that do not touch in the data never touch on the screen.
    zoomToSizeRatioFunction: (ratio) => ratio,
    enableEdgeEvents: true,
    enableCameraRotation: false,
    renderLabels: false,
    renderEdgeLabels: false,
    zIndex: true,
    stagePadding: 24,
    minCameraRatio: 0.002,
    maxCameraRatio: 3,
    defaultEdgeType: 'straight',
    nodeProgramClasses: { circle: createNodeProgram(motion) },
    edgeProgramClasses: {
      straight: createEdgeProgram({ segments: 1, grip, motion }),
      bent: createEdgeProgram({ segments: 20, grip, motion }),
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
  if (changes) {
    drawing.picture = toPicture(app.model, scene);
    drawing.pointed.node = undefined;
    drawing.pointed.edge = undefined;
  }
  if (changes || filterChanged) {
    drawing.order = bySize(drawing);
    drawing.otherEdges();
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

/** Brings what was chosen elsewhere, by search or table, into the picture. */
function showSelected({ app }: Drawing, camera: StageCamera): void {
  const { x, y } = app.model.payload.nodes;
  camera.bringIn(selectedNodes(app).map((node) => ({ x: x[node] ?? 0, y: y[node] ?? 0 })));
}

function listen(drawing: Drawing, rewrite: () => void): void {
  const { renderer, app, pointed } = drawing;
  const point = (change: Partial<Pointed>) => {
    Object.assign(pointed, change);
    renderer
      .getContainer()
      .classList.toggle('pointing', pointed.node !== undefined || pointed.edge !== undefined);
    rewrite();
  };
  renderer.on('enterNode', ({ node }) => point({ node, edge: undefined }));
  renderer.on('leaveNode', () => point({ node: undefined }));
  renderer.on('enterEdge', ({ edge }) => point({ edge }));
  renderer.on('leaveEdge', () => point({ edge: undefined }));
  renderer.on('clickNode', ({ node }) => clickNode(drawing, node));
  renderer.on('clickEdge', ({ edge, event }) => {
    const near = nearestNode(drawing, event);
    const { edge: index } = drawing.picture.getEdgeAttributes(edge);
    if (near !== undefined) clickNode(drawing, near);
    else if (index !== undefined) chooseEdge(app, index);
  });
  renderer.on('clickStage', ({ event }) => {
    const near = nearestNode(drawing, event);
    if (near === undefined) clearSelection(app);
    else clickNode(drawing, near);
  });
}

function clickNode({ app, picture }: Drawing, key: string): void {
  const { node, group } = picture.getNodeAttributes(key);
  if (group === undefined) chooseNode(app, node);
  else app.go({ opened: [...app.state.opened, group.community].sort((a, b) => a - b) });
}
