/** Drawn on 14 × 14, in ink. `line` is stroked, `area` filled. */
const drawings = {
  play: { area: 'M3,1.5L12,7L3,12.5z' },
  pause: { area: 'M3,1.5h3v11h-3zM8,1.5h3v11h-3z' },
  back: { line: 'M9.5,2.5L4,7l5.5,4.5M2.5,2.5v9' },
  forward: { line: 'M4.5,2.5L10,7l-5.5,4.5M11.5,2.5v9' },
  restart: { line: 'M2.5,2v3.5h3.5M2.8,5.3A5,5 0 1,1 2,7.6' },
  undo: { line: 'M5.5,2L2.5,5l3,3M2.5,5h5.7a3.4,3.4 0 0,1 0,6.8H5' },
  redo: { line: 'M8.5,2l3,3l-3,3M11.5,5H5.8a3.4,3.4 0 0,0 0,6.8H9' },
  close: { line: 'M3,3l8,8M11,3l-8,8' },
  add: { line: 'M7,2v10M2,7h10' },
  more: { area: 'M2.6,5.7a1.3,1.3 0 1,0 .01,0zM7,5.7a1.3,1.3 0 1,0 .01,0zM11.4,5.7a1.3,1.3 0 1,0 .01,0z' },
  theme: { line: 'M7,1.4a5.6,5.6 0 1,0 .01,0z', area: 'M7,1.4a5.6,5.6 0 0,1 0,11.2z' },
  dice: {
    line: 'M3.5,1.8h7a1.7,1.7 0 0,1 1.7,1.7v7a1.7,1.7 0 0,1 -1.7,1.7h-7a1.7,1.7 0 0,1 -1.7,-1.7v-7a1.7,1.7 0 0,1 1.7,-1.7z',
    area: 'M4.6,3.6a1,1 0 1,0 .01,0zM9.4,3.6a1,1 0 1,0 .01,0zM7,6a1,1 0 1,0 .01,0zM4.6,8.4a1,1 0 1,0 .01,0zM9.4,8.4a1,1 0 1,0 .01,0z',
  },
  eye: { line: 'M1,7c3,-5.3 9,-5.3 12,0c-3,5.3 -9,5.3 -12,0zM7,5.1a1.9,1.9 0 1,0 .01,0z' },
  copy: { line: 'M4.8,4.8h7v7h-7zM9.2,4.8v-2.6h-7v7h2.6' },
} satisfies Record<string, { line?: string; area?: string }>

export type IconName = keyof typeof drawings

export function Icon({ name, size = 14 }: { name: IconName; size?: number }) {
  const { line, area }: { line?: string; area?: string } = drawings[name]
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {line && <path d={line} fill="none" stroke="currentColor" strokeWidth="1.5" />}
      {area && <path d={area} fill="currentColor" />}
    </svg>
  )
}
