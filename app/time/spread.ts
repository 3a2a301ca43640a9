/**
 * Places for labels that want to stand at `wanted`, at least `gap` apart and within [low, high] where they fit: each
 * cluster of overlapping labels is centred on where its members would be.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted
    .map((at, i) => ({ i, at: Math.max(low, Math.min(high, at)) }))
    .sort((a, b) => a.at - b.at)
  // Runs of touching labels, each as its first place and its members.
  const clusters: { first: number; members: typeof order }[] = []
  const settle = (members: typeof order) => {
    const middle = members.reduce((sum, { at }, n) => sum + at - n * gap, 0) / members.length
    return Math.max(low, Math.min(high - (members.length - 1) * gap, middle))
  }
  for (const label of order) {
    let cluster = { first: label.at, members: [label] }
    for (;;) {
      const before = clusters.at(-1)
      if (!before || before.first + before.members.length * gap <= cluster.first) break
      clusters.pop()
      const members = [...before.members, ...cluster.members]
      cluster = { first: settle(members), members }
    }
    clusters.push(cluster)
  }
  const places = Array.from(wanted, () => 0)
  for (const { first, members } of clusters) members.forEach(({ i }, n) => (places[i] = first + n * gap))
  return places
}
