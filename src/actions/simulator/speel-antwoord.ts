/**
 * Op een bericht van ons dat op antwoord wacht, antwoorden zoals de aanbieder dat zou doen. Het antwoord wordt verwerkt als elk ander.
 * Bij een echte gemeente kan dit niet.
 */
import { ok, type Result } from '#core/base/result.ts'
import type { Retourcode } from '#messages/iwmo-3-2/keten/regels.ts'
import { markeerVerzonden, nieuwBerichtnummer } from '#storage/berichten/berichten.ts'
import type { Berichtdetailrij } from '#storage/berichten/inzage.ts'
import { bewaarGespeeld } from '#storage/berichten/oefenen.ts'
import { leesGemeente } from '#storage/inrichting.ts'
import { eisBericht } from '../berichten/inzage/berichttoegang.ts'
import { leesInhoud } from '../berichten/inzage/inhoud.ts'
import { verwerkBericht } from '../berichten/verwerk-bericht.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { maakAntwoord } from './maak-antwoord.ts'
import { isTeOefenen } from './te-oefenen.ts'

/** Zonder code neemt de aanbieder het aan. */
export type Spel = { readonly bericht: string; readonly code: Retourcode | null; readonly dubbel: boolean }

export async function speelAntwoord(dienst: Dienst, aanroep: Aanroep, spel: Spel): Promise<Result<null, Weigering>> {
  let antwoord: Uint8Array | undefined
  const gedaan = await handel<null>(dienst, aanroep, async (w) => {
    const toegang = await eisBericht(w, spel.bericht, 'keten_oefenen')
    if (!toegang.ok) return toegang
    const proef = await eisProefgemeente(w)
    if (!proef.ok) return proef
    const { bericht } = toegang.value
    if (!isTeOefenen(bericht)) return wachtNiet
    const gemaakt = await maak(w, bericht, spel.code)
    if (gemaakt === null) return codePastNiet
    antwoord = gemaakt
    await legVast(w, spel)
    return ok(null)
  })
  // Is dit verzoek al eens gedaan, dan is er geen antwoord meer te verwerken.
  if (gedaan.ok && antwoord !== undefined) for (let keer = spel.dubbel ? 2 : 1; keer > 0; keer--) await neem(dienst, aanroep, antwoord)
  return gedaan
}

/** Oefenen kan alleen waar iedereen verzonnen is. */
export const eisProefgemeente = async (w: Werk): Promise<Result<null, Weigering>> =>
  (await leesGemeente(w.tx, w.actor.gemeente))?.verzonnen ? ok(null) : alleenProef

async function maak(w: Werk, bericht: Berichtdetailrij, code: Retourcode | null): Promise<Uint8Array | null> {
  const eigen = { identificatie: await nieuwBerichtnummer(w.tx, w.nu), dagtekening: w.dienst.vandaag() }
  return maakAntwoord(await leesInhoud(w, bericht), code, eigen)
}

async function legVast(w: Werk, { bericht, code, dubbel }: Spel): Promise<void> {
  const { gemeente } = w.actor
  await markeerVerzonden(w.tx, { gemeente, partij: gemeente }, bericht, w.nu)
  await bewaarGespeeld(w.tx, gemeente, { id: w.nieuweId(), bericht, code, dubbel, gespeeld_op: w.nu })
  w.noteer({ soort: 'wijzigen', objecten: [{ soort: 'bericht', id: bericht }], doel: 'oefenen: antwoord van de aanbieder nagespeeld' })
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
export const codePastNiet = ongeldig([{ code: 'CODE_PAST_NIET', plaats: '/code', tekst: 'Kies een code die op dit bericht kan staan.' }])
