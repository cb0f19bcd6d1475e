/** Waarom een declaratieregel is afgekeurd: de codes op de regel zelf, op zijn cliënt, of op de hele declaratie. */
import type { Bsn } from '#core/base/bsn.ts'
import { adempauze } from '#messages/adempauze.ts'
import type { Retourregel } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { leesUitslagen } from '#storage/berichten/berichten.ts'
import type { Declaratieregelrij } from '#storage/berichten/declaratiebeeld.ts'
import type { Werk } from '../../handeling/handel.ts'
import { leesCodes } from '../codereeks.ts'
import { inWoorden } from '../uitval.ts'

export type Reden = { readonly code: string | null; readonly regel: string | null; readonly tekst: string }

/** Zoveel codes achter elkaar: van een declaratie waarin alles is afgekeurd zijn het er honderdduizenden. */
const PER_BEURT = 2_000

/** Per volgnummer van een afgekeurde regel de redenen. Een burgerservicenummer komt er niet uit. */
export async function leesRedenen(w: Werk, bericht: string, rijen: readonly Declaratieregelrij[]): Promise<Map<number, Reden[]>> {
  const afgekeurd = rijen.filter((r) => r.afgekeurd)
  const { gemeente } = w.actor
  const uitslag =
    afgekeurd.length > 0 && (await leesUitslagen(w.tx, w.dienst.kluis, { gemeente, partij: gemeente }, [bericht])).get(bericht)
  if (!uitslag) return new Map()
  const opRegel = new Map<string, Retourregel[]>(afgekeurd.map((r) => [r.referentie, []]))
  const opClient = new Map<string, Retourregel[]>(afgekeurd.map((r) => [r.bsn_index.toString('hex'), []]))
  const opGeheel: Retourregel[] = []
  let gezien = 0
  for (const c of leesCodes(uitslag)) {
    if (++gezien % PER_BEURT === 0) await adempauze()
    if (c.klasse === 'Prestatie') opRegel.get(c.sleutel)?.push(c)
    else if (c.klasse === 'Client') opClient.get(w.dienst.kluis.index(c.sleutel as Bsn, gemeente).toString('hex'))?.push(c)
    else opGeheel.push(c)
  }
  const redenenVan = (r: Declaratieregelrij): Reden[] =>
    [opRegel.get(r.referentie), opClient.get(r.bsn_index.toString('hex')), opGeheel].find((codes) => codes?.length)?.map(alsReden) ?? []
  return new Map(afgekeurd.map((r) => [r.volg, redenenVan(r)]))
}

const alsReden = ({ code, regel }: Retourregel): Reden => ({ code, regel, tekst: inWoorden(code, regel).tekst })
