import { crewOf } from '../../engine/worker/crew.ts'
import type { Connection } from './connect.ts'

/** The engine `first` and as many more as can be started in workers, up to `count` in all, as one. */
export async function recruit(
  first: Connection,
  count: number,
  start: () => Promise<Connection>,
): Promise<Connection> {
  const others = await Promise.all(Array.from({ length: count - 1 }, start))
  const crew = [first, ...others.filter(({ where }) => where === 'worker')]
  return {
    port: crewOf(crew.map(({ port }) => port)),
    where: 'worker',
    close: () => crew.forEach(({ close }) => close()),
  }
}
