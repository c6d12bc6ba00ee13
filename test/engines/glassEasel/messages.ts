/** A page or component as its view needs it: all but its methods, which stay in the logic layer. */
export interface ViewDefinition {
  kind: 'Page' | 'Component';
  /** Names of the functions that its template may call. */
  methods: readonly string[];
  data: object;
  /** Types by name, `Object`; absent for pages. */
  properties: Record<string, { type: string; value?: unknown }>;
  options: object;
}

/** Everything that a browser needs to show a mini program. */
export interface ViewBundle {
  definitions: Record<string, ViewDefinition>;
  /** For each route, its components' files by tag. */
  components: Record<string, Record<string, string>>;
  /** A script expression: what glass-easel's compiler makes of all templates. */
  templates: string;
  /** Style sheets in the order in which they count: the app's, then a page's. */
  appStyle: string;
  styles: Record<string, string>;
  /** Where `cloud://…` files are had. */
  filesUrl: string;
}

/** What crosses to the logic layer of an event. */
export interface PlainEvent {
  type: string;
  [field: string]: unknown;
}

/** What the view tells the logic layer: an event that a template bound, or what an observer saw. */
export type ViewMessage =
  | { kind: 'event'; page: number; route: string; method: string; event: PlainEvent }
  | { kind: 'sighting'; observer: number; ratio: number; height: number };

/** What the logic layer asks of the view; each is done when its call has come back. */
export interface View {
  open(page: number, route: string): void;
  setData(page: number, data: string): void;
  show(page: number): void;
  hide(page: number): void;
  close(page: number): void;
  observe(observer: number, id: string, margins: { top: number; bottom: number }): void;
}
