/** Wie een dossier opent, opent meteen de tijdlijn en de zaken mee: in het logboek aparte regels, voor een lezer één keer kijken. */
type Regel = { readonly wie: string; readonly wat: string; readonly op: string; readonly doel: string; readonly reden: string | null }

/** Voegt regels samen die op elkaar volgen met dezelfde persoon, hetzelfde woord en dezelfde minuut. De eerste (laatste in tijd) blijft staan. */
export function voegSamen<R extends Regel>(regels: readonly R[]): R[] {
  const uit: R[] = []
  for (const regel of regels) {
    const vorige = uit.at(-1)
    if (vorige && hoortBij(vorige, regel))
      uit[uit.length - 1] = { ...vorige, doel: [...new Set([...vorige.doel.split('; '), regel.doel])].join('; ') }
    else uit.push(regel)
  }
  return uit
}

const hoortBij = (a: Regel, b: Regel): boolean =>
  a.wie === b.wie && a.wat === b.wat && a.op.slice(0, 16) === b.op.slice(0, 16) && a.reden === null && b.reden === null
