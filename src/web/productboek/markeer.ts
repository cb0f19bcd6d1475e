/** Stukken tekst, gemarkeerd of niet. */
export type Stuk = { readonly tekst: string; readonly gemarkeerd: boolean }

/** Vouwt hoofdletters, accenten, aanhalingstekens en streepjes samen, teken voor teken, zodat plaatsen blijven kloppen. */
export function vouw(tekst: string): string {
  return [...tekst]
    .map((teken) => {
      const kaal = teken.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      if (kaal.length !== teken.length) return teken
      return kaal
        .replace(/[‘’‚`´]/, "'")
        .replace(/[“”„]/, '"')
        .replace(/[–—]/, '-')
        .replace(/\s/, ' ')
    })
    .join('')
}

/** Verdeelt de tekst in gemarkeerde en gewone stukken; overlappende bereiken vloeien samen. */
export function verdeel(tekst: string, bereiken: readonly (readonly [number, number])[]): Stuk[] {
  const uit: Stuk[] = []
  let plek = 0
  for (const [van, tot] of samengevoegd(bereiken)) {
    if (van > plek) uit.push({ tekst: tekst.slice(plek, van), gemarkeerd: false })
    uit.push({ tekst: tekst.slice(van, tot), gemarkeerd: true })
    plek = tot
  }
  if (plek < tekst.length) uit.push({ tekst: tekst.slice(plek), gemarkeerd: false })
  return uit
}

function samengevoegd(bereiken: readonly (readonly [number, number])[]): [number, number][] {
  const uit: [number, number][] = []
  for (const [van, tot] of [...bereiken].filter(([a, b]) => b > a).sort((a, b) => a[0] - b[0])) {
    const laatste = uit.at(-1)
    if (laatste && van <= laatste[1]) laatste[1] = Math.max(laatste[1], tot)
    else uit.push([van, tot])
  }
  return uit
}

/** Alle plaatsen van de woorden in de tekst. */
export function vindWoorden(tekst: string, woorden: readonly string[]): [number, number][] {
  const gevouwen = vouw(tekst)
  const uit: [number, number][] = []
  for (const woord of woorden) {
    if (woord === '') continue
    for (let i = gevouwen.indexOf(woord); i >= 0; i = gevouwen.indexOf(woord, i + woord.length)) uit.push([i, i + woord.length])
  }
  return uit
}

/**
 * Zoekt citaten in de regels van een passage, ook als de bron het citaat over twee regels breekt of een woord afbreekt.
 * Geeft per regel de gevonden bereiken.
 */
export function vindCitaten(regels: readonly string[], citaten: readonly string[]): [number, number][][] {
  const uit: [number, number][][] = regels.map(() => [])
  const { tekst, plekken } = platteTekst(regels)
  for (const citaat of citaten) {
    // Een weglating met puntjes is geen tekst van de bron: elk stuk ertussen wordt los gezocht.
    for (const stuk of citaat.split(/\s*(?:\.\.\.|…)\s*/).map((s) => platteTekst([s]).tekst.trim())) {
      const i = stuk === '' ? -1 : tekst.indexOf(stuk)
      if (i < 0) continue
      for (let j = i; j < i + stuk.length; j++) {
        const plek = plekken[j]
        if (!plek) continue
        const bereiken = uit[plek[0]]
        const laatste = bereiken?.at(-1)
        if (laatste && laatste[1] >= plek[1]) laatste[1] = Math.max(laatste[1], plek[1] + 1)
        else bereiken?.push([plek[1], plek[1] + 1])
      }
    }
  }
  return uit
}

/** Alle regels als één gevouwen tekst met enkele spaties, en van elk teken de regel en de plaats daarin. */
function platteTekst(regels: readonly string[]): { tekst: string; plekken: [number, number][] } {
  let tekst = ''
  const plekken: [number, number][] = []
  regels.forEach((regel, r) => {
    const gevouwen = vouw(regel)
    for (let i = 0; i <= gevouwen.length; i++) {
      const teken = i === gevouwen.length ? ' ' : (gevouwen[i] ?? ' ')
      if (teken === ' ' && (tekst === '' || tekst.endsWith(' '))) continue
      tekst += teken
      plekken.push([r, i])
    }
  })
  return { tekst, plekken }
}
