/**
 * De SQL van één verzoek, opgenomen bij de echte server en nagespeeld door wie alleen dat doet. Zo draait de kale server altijd precies
 * de opdrachten die het programma nu draait: sessie opzoeken, binden, lezen of schrijven, logboek, afsluiten.
 */
import { createHash, createHmac } from 'node:crypto'

export type Opname = readonly { readonly tekst: string; readonly waarden: readonly unknown[] }[]

/** Wat er per verzoek anders is. Alles wat in een opdracht voorkomt is hier te vinden, anders is het altijd hetzelfde. */
export type Omstandigheid = {
  readonly cookie: string
  readonly nu: Date
  readonly gemeente: string
  readonly medewerker: string
  readonly rollen: string
  readonly team: string
  readonly inwoner?: string
  readonly versie?: number
  readonly woonplaats?: string
  readonly prefix?: string
  readonly bsnIndex?: Buffer
}

export const sessiehash = (cookie: string): Buffer => createHash('sha256').update(cookie).digest()
export const bsnIndex = (sleutel: Buffer, gemeente: string, bsn: string): Buffer =>
  createHmac('sha256', sleutel).update(`${gemeente}|${bsn}`).digest()

type Vulling = (o: Omstandigheid, logboek: string) => unknown
export type Opdracht = {
  readonly tekst: (o: Omstandigheid) => string
  readonly waarden: readonly Vulling[]
  /** De opdracht waar het antwoord uit komt, en die het logboek schrijft. */
  readonly lees: boolean
  readonly logboek: boolean
}

const LAATSTE_TEKEN = '\u{10ffff}'

/** Maakt van een opname bij deze omstandigheid een reeks die met elke omstandigheid werkt. */
export function maakOpdrachten(opname: Opname, bij: Omstandigheid): Opdracht[] {
  return opname.map(({ tekst, waarden }) => ({
    tekst: tekst.startsWith('begin') ? maakBinding(tekst, bij) : () => tekst,
    waarden: waarden.map((w) => vulling(w, bij)),
    logboek: tekst.includes('insert into audit'),
    lees: /^\s*(select|with gevonden)/.test(tekst) && !tekst.includes('open_sessie'),
  }))
}

const bindingen: Record<string, (o: Omstandigheid) => string> = {
  gemeente: (o) => o.gemeente,
  medewerker: (o) => o.medewerker,
  rollen: (o) => o.rollen,
  team: (o) => o.team,
  nu: (o) => o.nu.toISOString(),
}

/** De binding staat als tekst in de opdracht. Ook de kale server zet haar zo; wat hij niet kent laat hij zoals het is. */
function maakBinding(tekst: string, bij: Omstandigheid): (o: Omstandigheid) => string {
  const delen = tekst.split(/(set_config\('meedoen\.\w+','[^']*',true\))/).map((deel) => {
    const [, naam = '', waarde] = /^set_config\('meedoen\.(\w+)','([^']*)',true\)$/.exec(deel) ?? []
    const nu = bindingen[naam]
    if (!nu) return () => deel
    if (naam !== 'nu' && nu(bij) !== waarde) throw new Error(`de opname is van een ander: ${naam} is ${waarde}`)
    return (o: Omstandigheid) => `set_config('meedoen.${naam}','${nu(o)}',true)`
  })
  return (o) => delen.map((deel) => deel(o)).join('')
}

function vulling(waarde: unknown, bij: Omstandigheid): Vulling {
  if (waarde instanceof Date) return (o) => o.nu
  if (Buffer.isBuffer(waarde)) {
    if (bij.bsnIndex && waarde.equals(bij.bsnIndex)) return (o) => o.bsnIndex
    if (waarde.equals(sessiehash(bij.cookie))) return (o) => sessiehash(o.cookie)
    throw new Error('onbekende bytes in een opdracht')
  }
  if (Array.isArray(waarde) && bij.prefix !== undefined) {
    if (waarde[0] === bij.prefix) return (o) => [o.prefix]
    if (waarde[0] === bij.prefix + LAATSTE_TEKEN) return (o) => [o.prefix + LAATSTE_TEKEN]
  }
  if (typeof waarde === 'string' && waarde.startsWith('[{') && waarde.includes('"correlatie"')) return (_, logboek) => logboek
  if (typeof waarde === 'number' && bij.versie !== undefined) {
    if (waarde === bij.versie) return (o) => o.versie
    if (waarde === bij.versie + 1) return (o) => (o.versie as number) + 1
  }
  for (const sleutel of ['gemeente', 'medewerker', 'team', 'inwoner', 'woonplaats'] as const)
    if (waarde === bij[sleutel]) return (o) => o[sleutel]
  return () => waarde
}

let teller = 0
/** Een id zoals een kale server er een maakt: oplopend, zodat de index hetzelfde werk heeft. */
export function volgendeId(nu: Date): string {
  const tijd = nu.getTime().toString(16).padStart(12, '0')
  teller += 1
  return `${tijd.slice(0, 8)}-${tijd.slice(8)}-7000-8000-${(teller * 2 ** 20 + process.pid).toString(16).padStart(12, '0')}`
}

/** De logboekregels als tekst: één over de daad en één per getoonde inwoner, met dezelfde velden als het programma schrijft. */
export function logboektekst(o: Omstandigheid, soort: string, inwoners: readonly string[]): string {
  const tijdstip = o.nu.toISOString()
  const rij = (s: string, inwoner: string | null) => ({
    id: volgendeId(o.nu),
    tijdstip,
    soort: s,
    uitkomst: 'gelukt',
    inwoner,
    objecten: [{ soort: 'inwoner', id: inwoner ?? 'naam', versie: 1 }],
    medewerker: o.medewerker,
    rollen: o.rollen,
    namens: null,
    zaak: null,
    doel: 'inwoner zoeken',
    toegangspunt: 'web 127.0.0.1 sessie 12345678',
    reden: null,
    weigering: null,
    hash_voor: null,
    hash_na: null,
    correlatie: '00000000-0000-4000-8000-000000000000',
  })
  if (soort !== 'zoeken') return JSON.stringify([rij(soort, inwoners[0] ?? null)])
  return JSON.stringify([rij('zoeken', null), ...inwoners.map((i) => rij('lijst', i))])
}

/** Voert een verzoek uit op één verbinding; `zoek` is de verbinding van een pool of een losse. Geeft de rijen van de laatste leesopdracht. */
export async function speelAf(
  zoek: (tekst: string, waarden?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>,
  opdrachten: readonly Opdracht[],
  o: Omstandigheid,
  soort: string,
): Promise<Record<string, unknown>[]> {
  let rijen: Record<string, unknown>[] = []
  for (const { tekst, waarden, lees, logboek } of opdrachten) {
    const regels = logboek
      ? logboektekst(
          o,
          soort,
          rijen.map((r) => r.id as string),
        )
      : ''
    const { rows } =
      waarden.length === 0
        ? await zoek(tekst(o))
        : await zoek(
            tekst(o),
            waarden.map((vul) => vul(o, regels)),
          )
    if (lees) rijen = rows
  }
  return rijen
}
