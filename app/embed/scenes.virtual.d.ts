declare module 'virtual:scenes' {
  /** The figures of all lessons by name. */
  const scenes: import('./scene.ts').Scenes
  export default scenes
}
