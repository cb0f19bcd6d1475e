/**
 * Criteria en meldingen van een stand in bundels: regels die samen op weinig vragen rusten, krijgen samen één tabel van
 * uitkomsten. Een advies zoekt dan per bundel één keer op in plaats van per regel.
 */
import type { Melding, Reden } from '#core/advies/advies.ts'
import type { Klassevector } from '#core/advies/diagram.ts'
import type { Criterium, Meldregel } from '#core/advies/tabel.ts'

export type Bundeluitslag = {
  readonly redenen: readonly Reden[]
  readonly waarschuwingen: readonly Melding[]
  readonly info: readonly Melding[]
  /** Niveaus die nog open staan. */
  readonly open: readonly number[]
}
export type Bundel = {
  readonly niveaus: Int16Array
  readonly maal: Int16Array
  /** Per stand van de vragen de uitslag, zodra die een keer is uitgerekend; undefined als er te veel standen zijn. */
  readonly uitslagen: (Bundeluitslag | undefined)[] | undefined
  bereken(bekend: Klassevector): Bundeluitslag
}

/** Zoveel standen van de vragen samen passen in één bundel. Groter scheelt opzoeken, kleiner scheelt uitrekenen. */
const MAX_STANDEN = 1024

type Regel = { readonly niveaus: readonly number[]; lees(bekend: Klassevector, uit: Open): void }
type Open = { redenen: Reden[]; waarschuwingen: Melding[]; info: Melding[]; open: number[] }

/** Bundels in volgorde: eerst de criteria, dan de meldregels. `breedte` is het aantal klassen per niveau. */
export function maakBundels(criteria: readonly Criterium[], meldregels: readonly Meldregel[], breedte: readonly number[]): Bundel[] {
  const regels: Regel[] = [
    ...criteria.map(
      ({ niveaus, beoordeel }): Regel => ({
        niveaus,
        lees(bekend, uit) {
          const { reden, open } = beoordeel(bekend)
          uit.redenen.push(reden)
          uit.open.push(...open)
        },
      }),
    ),
    ...meldregels.map(
      ({ niveaus, lees, info, melding }): Regel => ({
        niveaus,
        lees(bekend, uit) {
          const { stand, open } = lees(bekend)
          if (stand === 'waar') (info ? uit.info : uit.waarschuwingen).push(melding)
          uit.open.push(...open)
        },
      }),
    ),
  ]
  const standen = (niveaus: Iterable<number>): number => [...niveaus].reduce((product, n) => product * ((breedte[n] as number) + 1), 1)
  const bundels: { regels: Regel[]; niveaus: Set<number> }[] = []
  for (const regel of regels) {
    const laatste = bundels.at(-1)
    const samen = new Set([...(laatste?.niveaus ?? []), ...regel.niveaus])
    if (laatste && standen(samen) <= MAX_STANDEN) {
      laatste.regels.push(regel)
      laatste.niveaus = samen
    } else bundels.push({ regels: [regel], niveaus: new Set(regel.niveaus) })
  }
  return bundels.map((b) => maakBundel(b.regels, [...b.niveaus], breedte, standen(b.niveaus)))
}

function maakBundel(regels: readonly Regel[], niveaus: readonly number[], breedte: readonly number[], standen: number): Bundel {
  return {
    niveaus: Int16Array.from(niveaus),
    maal: Int16Array.from(niveaus, (n) => (breedte[n] as number) + 1),
    uitslagen: standen > MAX_STANDEN ? undefined : new Array(standen).fill(undefined),
    bereken(bekend) {
      const uit: Open = { redenen: [], waarschuwingen: [], info: [], open: [] }
      for (const r of regels) r.lees(bekend, uit)
      return uit
    },
  }
}

/** De uitslag van een bundel: opgezocht, of de eerste keer uitgerekend. */
export function leesBundel({ niveaus, maal, uitslagen, bereken }: Bundel, bekend: Klassevector): Bundeluitslag {
  if (uitslagen === undefined) return bereken(bekend)
  let plaats = 0
  for (let i = 0; i < niveaus.length; i++) plaats = plaats * (maal[i] as number) + (bekend[niveaus[i] as number] as number) + 1
  let uitslag = uitslagen[plaats]
  if (uitslag === undefined) {
    uitslag = bereken(bekend)
    uitslagen[plaats] = uitslag
  }
  return uitslag
}
