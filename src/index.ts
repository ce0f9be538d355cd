/**
 * factweave as a library: what the commands do, a program can do.
 *
 * `openProject` reads a folder; `read`, `weave` and `draw` are the stages of a build, `build` is all of them;
 * `exportProject` writes files, `FORMATS` holds the writers; `toGraphology` gives the graph to work with.
 */
export {
  type Code,
  type Diagnostic,
  diagnostic,
  type ProblemParams,
  Problems,
  type Severity,
} from './core/diagnostic.ts';
export { type EdtfDate, parseEdtf } from './core/edtf.ts';
export { type EntityId, type EvidenceId, type FactId, hashOf, parseId, type SourceId } from './core/ids.ts';
export { type Message, messageOf } from './core/messages.ts';
export { type Origin, type Place, SourceText } from './core/place.ts';
export type {
  Anchor,
  Certainty,
  Entity,
  Evidence,
  Fact,
  FactObject,
  Judgement,
  Literal,
  Source,
  Status,
} from './facts/facts.ts';
export type { Parsed } from './facts/parse.ts';
export { type InputFile, readFacts } from './facts/read.ts';
export { type AnchorResult, anchorProject } from './files/anchorProject.ts';
export { arrangeOffThread } from './files/arrangeOffThread.ts';
export { FileError } from './files/errors.ts';
export { exportProject } from './files/exportProject.ts';
export { type OpenProject, openOntologyFiles, openProject } from './files/openProject.ts';
export { packagedAsset, packagedViewer } from './files/packaged.ts';
export { verifyFolder } from './files/verifyFolder.ts';
export { type SiteWriting, type WrittenSite, writeSite } from './files/writeSite.ts';
export { type ViewerWriting, writeViewerFile } from './files/writeViewer.ts';
export {
  type AssetName,
  type Chunks,
  type DescriptionFormat,
  type ExportSet,
  type Format,
  type FormatFile,
  filesOf,
  type GraphFilesFormat,
  type GraphFormat,
  type KnowledgeFilesFormat,
  type KnowledgeFormat,
  type WriteContext,
} from './formats/formats.ts';
export { LOSSES, type Losses, type LossName } from './formats/losses.ts';
export type { Manifest, ManifestFile } from './formats/manifest.ts';
export { type ProfileName, WRITE_DEFAULTS, type WriteOptions } from './formats/options.ts';
export { FORMATS } from './formats/table.ts';
export { view } from './graph/build.ts';
export { toGraphology } from './graph/graphology.ts';
export { DEFAULT_VIEW_OPTIONS, type ViewOptions } from './graph/options.ts';
export type { GraphEdges, GraphNodes, GraphView, Movement, PlacedGraph, Placement } from './graph/view.ts';
export type {
  DatasetInfo,
  Knowledge,
  KnownEntity,
  KnownFact,
  NotPlainReason,
} from './knowledge/knowledge.ts';
export { PLAIN_CHOICES, type PlainChoice, withPlain } from './knowledge/plain.ts';
export { type ArrangeOptions, arrange } from './layout/arrange.ts';
export type { EarlierPicture } from './layout/continuity.ts';
export type { EngineName } from './layout/engines.ts';
export { DEFAULT_PROFILE, PROFILES, type ProfileName as LayoutProfile } from './layout/profiles.ts';
export type { ArrangeInOptions, LayoutProgress } from './layout/worker/arrangeIn.ts';
export type { Ontology, OntologyClass, Qualifier, Relation } from './ontology/ontology.ts';
export { build, draw, gather, type Project, read, type StageListener, weave } from './pipeline.ts';
export type { Settings } from './project/settings.ts';
export { buildPayload, type Shown } from './viewer/buildPayload.ts';
export { type Client, writeViewer } from './viewer/page.ts';
export type { ViewerPayload } from './viewer/payload.ts';
export { type PictureOptions, pictureOf } from './viewer/picture.ts';
