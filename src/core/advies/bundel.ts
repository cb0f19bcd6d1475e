/**
 * Bundels: een paar regels achter elkaar, als één opzoeking. Elke regel rust op een paar vragen en regels naast elkaar
 * delen er vaak, dus een bundel heeft maar weinig standen; wat er in een stand uit komt, rekenen we één keer uit.
 */
import type { Klassevector } from '#core/advies/diagram.ts'
import type { Regel } from '#core/advies/uitslag.ts'

/** Regels in bundels achter elkaar, in platte rijen: ze allemaal lezen is één lus door het geheugen. */
export type Bundels<T> = {
  readonly regels: readonly (readonly Regel<T>[])[]
  /** De zeven vragen van elke bundel: `gewicht × 65536 + niveau`. Wie er minder heeft, leest iets dat met gewicht 0 telt. */
  readonly vragen: readonly number[]
  /** Plaats in `onthouden` van de stand waarin elke klasse 0 is; een klasse verschuift haar met `klasse × gewicht`. -1: niet te onthouden. */
  readonly basis: readonly number[]
  readonly onthouden: (readonly T[] | undefined)[]
  /** Werkruimte: wat elke bundel bij de laatste lezing opleverde. */
  readonly delen: (readonly T[])[]
}

/**
 * Regels gaan samen tot dit aantal standen, en zoveel onthoudt een bundel hoogstens. Elke vraag heeft er minstens drie
 * (onbekend telt mee), dus meer dan zeven vragen past nooit.
 */
const MAX_STANDEN = 4096
const VRAGEN = 7
const GEEN: readonly never[] = Object.freeze([])

type Groep<T> = { readonly regels: readonly Regel<T>[]; readonly niveaus: readonly number[] }

/** Bundelt regels, in dezelfde volgorde. `breedte` is het aantal klassen per niveau. */
export function maakBundels<T>(breedte: readonly number[], regels: readonly Regel<T>[]): Bundels<T> {
  const aantalStanden = (niveaus: readonly number[]): number => niveaus.reduce((n, niveau) => n * ((breedte[niveau] as number) + 1), 1)
  const groepen = verdeel(regels, aantalStanden)
  let plaats = 0
  const basis: number[] = groepen.map(() => -1)
  const vragen: number[] = groepen.flatMap(() => Array(VRAGEN).fill(0))
  groepen.forEach((groep, i) => {
    if (aantalStanden(groep.niveaus) > MAX_STANDEN) return
    const gewichten = groep.niveaus.map((_, k) => aantalStanden(groep.niveaus.slice(0, k)))
    groep.niveaus.forEach((niveau, k) => {
      vragen[VRAGEN * i + k] = (gewichten[k] as number) * 65536 + niveau
    })
    basis[i] = gewichten.reduce((som, g) => som + g, plaats)
    plaats += aantalStanden(groep.niveaus)
  })
  return { regels: groepen.map((g) => g.regels), vragen, basis, onthouden: new Array(plaats).fill(undefined), delen: [] }
}

function verdeel<T>(regels: readonly Regel<T>[], aantalStanden: (niveaus: readonly number[]) => number): Groep<T>[] {
  const groepen: Groep<T>[] = []
  for (const regel of regels) {
    const vorige = groepen.at(-1)
    const samen = [...new Set([...(vorige?.niveaus ?? []), ...regel.niveaus])]
    if (vorige && aantalStanden(samen) <= MAX_STANDEN) groepen[groepen.length - 1] = { regels: [...vorige.regels, regel], niveaus: samen }
    else groepen.push({ regels: [regel], niveaus: regel.niveaus })
  }
  return groepen
}

/** Wat alle regels achter elkaar opleveren: opgezocht, of de eerste keer uitgerekend. Komt alles uit één bundel, dan is dat de onthouden rij zelf. */
export function leesBundels<T>(bundels: Bundels<T>, bekend: Klassevector): readonly T[] {
  const { vragen, basis, onthouden, delen } = bundels
  let totaal = 0
  let laatste: readonly T[] = GEEN
  for (let i = 0, v = 0; i < basis.length; i++, v += VRAGEN) {
    const begin = basis[i] as number
    // Uitgeschreven: een lus van zeven moet elke keer haar einde raden.
    const stand =
      begin +
      verschuif(vragen[v] as number, bekend) +
      verschuif(vragen[v + 1] as number, bekend) +
      verschuif(vragen[v + 2] as number, bekend) +
      verschuif(vragen[v + 3] as number, bekend) +
      verschuif(vragen[v + 4] as number, bekend) +
      verschuif(vragen[v + 5] as number, bekend) +
      verschuif(vragen[v + 6] as number, bekend)
    const deel = (begin < 0 ? undefined : onthouden[stand]) ?? rekenUit(bundels, i, bekend, stand)
    delen[i] = deel
    totaal += deel.length
    if (deel.length > 0) laatste = deel
  }
  return laatste.length === totaal ? laatste : achterElkaar(delen, totaal)
}

const verschuif = (vraag: number, bekend: Klassevector): number => Math.imul(bekend[vraag & 0xffff] as number, vraag >> 16)

function achterElkaar<T>(delen: readonly (readonly T[])[], totaal: number): readonly T[] {
  const uit: T[] = new Array(totaal)
  for (let i = 0, n = 0; n < totaal; i++) {
    const deel = delen[i] as readonly T[]
    for (let k = 0; k < deel.length; k++) uit[n++] = deel[k] as T
  }
  return uit
}

function rekenUit<T>({ regels, onthouden }: Bundels<T>, i: number, bekend: Klassevector, plaats: number): readonly T[] {
  const uit = (regels[i] as readonly Regel<T>[]).flatMap((r) => r.lees(bekend))
  if (plaats >= 0) onthouden[plaats] = uit
  return uit
}
