/**
 * Oefenen in een proefgemeente: op een bericht van ons dat op antwoord wacht, antwoorden zoals de aanbieder dat zou doen. Het antwoord wordt
 * verwerkt als elk ander. Bij een echte gemeente kan dit niet.
 */
import { ok, type Result } from '#core/base/result.ts'
import type { Retourcode } from '#messages/iwmo-3-2/keten/regels.ts'
import { codesVoor } from '#simulator/weiger.ts'
import { markeerVerzonden, nieuwBerichtnummer } from '#storage/berichten/berichten.ts'
import type { Berichtdetailrij } from '#storage/berichten/inzage.ts'
import { leesGemeente } from '#storage/inrichting.ts'
import { eisBericht } from '../berichten/inzage/berichttoegang.ts'
import { leesInhoud } from '../berichten/inzage/inhoud.ts'
import { type Berichtbeeld, leesBericht } from '../berichten/inzage/lees-bericht.ts'
import { verwerkBericht } from '../berichten/verwerk-bericht.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { maakAntwoord } from './maak-antwoord.ts'
import { isTeOefenen } from './te-oefenen.ts'

export type Oefenantwoord = { readonly wat: 'neemt_aan' | 'keurt_af' | 'antwoordt_dubbel'; readonly code?: string | undefined }

export async function oefenAntwoord(
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  o: Oefenantwoord,
): Promise<Result<Berichtbeeld, Weigering>> {
  let antwoord: Uint8Array | undefined
  const gedaan = await handel<null>(dienst, aanroep, async (w) => {
    const toegang = await eisBericht(w, id, 'bericht_versturen')
    if (!toegang.ok) return toegang
    const { bericht } = toegang.value
    if (!(await leesGemeente(w.tx, w.actor.gemeente))?.verzonnen) return alleenProef
    if (!isTeOefenen(bericht)) return wachtNiet
    const gemaakt = await maak(w, bericht, o)
    if (gemaakt === null) return codePastNiet
    antwoord = gemaakt
    await markeerVerzonden(w.tx, { gemeente: w.actor.gemeente, partij: w.actor.gemeente }, id, w.nu)
    w.noteer({ soort: 'wijzigen', objecten: [{ soort: 'bericht', id }], doel: 'oefenen: antwoord van de aanbieder nagespeeld' })
    return ok(null)
  })
  if (!gedaan.ok) return gedaan
  if (antwoord !== undefined) for (let keer = o.wat === 'antwoordt_dubbel' ? 2 : 1; keer > 0; keer--) await neem(dienst, aanroep, antwoord)
  const { idempotentie: _, ...lezen } = aanroep
  return leesBericht(dienst, lezen, id)
}

async function maak(w: Werk, bericht: Berichtdetailrij, { wat, code }: Oefenantwoord): Promise<Uint8Array | null> {
  if (wat === 'keurt_af' && !codesVoor(bericht.naam ?? '').some((c) => c === code)) return null
  const eigen = { identificatie: await nieuwBerichtnummer(w.tx, w.nu), dagtekening: w.dienst.vandaag() }
  return maakAntwoord(await leesInhoud(w, bericht), wat === 'keurt_af' ? (code as Retourcode) : null, eigen)
}

const neem = ({ db, kluis, nu, vandaag }: Dienst, { actor: { gemeente }, correlatie }: Aanroep, bytes: Uint8Array) =>
  verwerkBericht(
    {
      dienst: { db, kluis, nu },
      wij: { rol: 'gemeente', partij: gemeente },
      systeemdatum: vandaag(),
      correlatie,
      toegangspunt: 'oefenen',
      zorgVoorGemeente: async () => undefined,
    },
    bytes,
  )

const alleenProef = weiger({
  soort: 'regel',
  code: 'ALLEEN_PROEF',
  tekst: 'Oefenen kan alleen in een proefgemeente met verzonnen gegevens.',
  watNu: 'Wacht op het antwoord van de aanbieder.',
})
const wachtNiet = weiger({
  soort: 'regel',
  code: 'WACHT_NIET_OP_ANTWOORD',
  tekst: 'Dit bericht wacht niet op een antwoord van de aanbieder.',
  watNu: 'Kies een bericht van ons dat nog op antwoord wacht.',
})
const codePastNiet = ongeldig([{ code: 'CODE_PAST_NIET', plaats: '/code', tekst: 'Kies een code die op dit bericht kan staan.' }])
