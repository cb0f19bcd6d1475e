/** Zet dingen met dezelfde sleutel bij elkaar, op volgorde van binnenkomst. */
export function groepeer<D, S>(dingen: Iterable<D>, sleutel: (ding: D) => S): Map<S, D[]> {
  const groepen = new Map<S, D[]>()
  for (const ding of dingen) {
    const bij = sleutel(ding)
    const groep = groepen.get(bij)
    if (groep === undefined) groepen.set(bij, [ding])
    else groep.push(ding)
  }
  return groepen
}

/** Elk ding onder zijn eigen sleutel. */
export const opSleutel = <D, S>(dingen: Iterable<D>, sleutel: (ding: D) => S): Map<S, D> =>
  new Map([...dingen].map((ding) => [sleutel(ding), ding]))
