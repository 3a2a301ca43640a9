import { useEffect, useReducer } from 'react'
import { onceLoaded } from './onceLoaded.ts'

/** Renders once more when a module has come. */
export function useLoaded(module: Promise<unknown>): void {
  const [, render] = useReducer((n: number) => n + 1, 0)
  useEffect(
    () =>
      onceLoaded(module, () => {
        render()
        return () => {}
      }),
    [module],
  )
}
