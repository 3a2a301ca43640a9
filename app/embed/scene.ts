/** A figure of a lesson as an embedded figure takes it. */
export interface Scene {
  title: string
  caption: string
  /** The experiment, as in an address. */
  link: string
  panels: readonly string[]
  /** The step at which it stands. */
  at: number
}
/** Scenes by name. */
export type Scenes = Readonly<Record<string, Scene>>
