/**
 * Een verzoek van een aanbieder beantwoorden met een bericht (WMO319): in onderzoek, of afgewezen met een reden. Het bericht noemt alleen de
 * referentie van de aanbieder; van de inwoner gaat er niets mee.
 */
import { ok, type Result } from '#core/base/result.ts'
import { type Afwijsreden, type Antwoordkeuze, magAntwoorden } from '#core/toewijzing/verzoek.ts'
import { feitenUit } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { maakKop } from '#messages/iwmo-3-2/nieuwe-kop.ts'
import type { WMO319 } from '#messages/iwmo-3-2/release.ts'
import type { Partijen } from '#messages/keten/feit.ts'
import { uitgaveOm } from '#messages/releases.ts'
import { nieuwBerichtnummer, vergrendelPaar } from '#storage/berichten/berichten.ts'
import { leesVerzoekenUit, type Verzoekrij } from '#storage/berichten/verzoeken.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel, type Werk } from '../../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../../handeling/weigering.ts'
import { verwerkingVan } from '../../toewijzing/bereid-voor.ts'
import { weigeringen } from '../../toewijzing/weigeringen.ts'
import { maakBron } from '../bron.ts'
import { leesGelijkgesteldeDagen } from '#storage/zaken.ts'
import { eisBericht } from '../inzage/berichttoegang.ts'
import { legBerichtVast, type Vastlegging } from '../leg-vast.ts'
import { schrijfEigen } from '../schrijf-eigen.ts'
import { kopVan } from '../verwerk-bericht.ts'
import { feitenVan } from './verzoekbeeld.ts'

export type Antwoordopgave = {
  readonly referentie: string
  readonly antwoord: Antwoordkeuze
  /** Alleen, en altijd, bij afwijzen. */
  readonly reden?: Afwijsreden | undefined
}
/** Zo lang kan wie zich vergist het antwoord terugnemen; op een termijn van dagen maakt dat niet uit. */
const TERUG_TE_NEMEN_MS = 10_000

export type Verzoekantwoord = { readonly bericht: string; readonly identificatie: string }

export const beantwoordVerzoek = (
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  opgave: Antwoordopgave,
): Promise<Result<Verzoekantwoord, Weigering>> =>
  handel<Verzoekantwoord>(dienst, aanroep, async (w) => {
    const gevonden = await eisVerzoek(w, id, opgave)
    if (!gevonden.ok) return gevonden
    const { verzoek } = gevonden.value
    const p: Partijen = { gemeente: w.actor.gemeente, aanbieder: verzoek.aanbieder }
    const v = verwerkingVan(w)
    const bron = maakBron(w.tx, w.dienst.kluis, v.wij, v.boek)
    const identificatie = await nieuwBerichtnummer(w.tx, w.nu)
    const geschreven = await schrijfEigen(w, bron, 'WMO319', maakAntwoord(p, { identificatie, dagtekening: w.dienst.vandaag() }, opgave))
    if (!geschreven.ok) return weiger(weigeringen.pastNiet(geschreven.fout))
    const [gevraagd] = await bron.verzoeken(p, { referenties: [verzoek.referentie], bsns: [] })
    const rij: Vastlegging = {
      ...kopVan(geschreven.value.bericht, 'WMO319'),
      id: w.nieuweId(),
      aanbieder: p.aanbieder,
      richting: 'uit',
      uitkomst: 'verzonden',
      feiten: feitenUit(geschreven.value.bericht),
      verzendNa: new Date(w.nu.getTime() + TERUG_TE_NEMEN_MS),
      // Het bericht noemt de cliënt niet; in de administratie hoort het bij hem.
      ...(gevraagd && { bsn: gevraagd.bsn }),
    }
    await legBerichtVast(v, rij, geschreven.value.bytes)
    w.stuur({ soort: 'bericht', gegevens: { id: rij.id } })
    w.noteer({
      soort: 'aanmaken',
      objecten: [id, rij.id].map((b) => ({ soort: 'bericht', id: b })),
      doel: opgave.antwoord === 'afgewezen' ? 'verzoek van een aanbieder afwijzen' : 'verzoek van een aanbieder in onderzoek nemen',
      ...(verzoek.inwoner !== null && { inwoner: verzoek.inwoner }),
    })
    return ok({ bericht: rij.id, identificatie })
  })

/** Het verzoek achter het slot van het paar: een toewijzing of antwoord dat een collega net verstuurde, telt mee. */
async function eisVerzoek(w: Werk, id: string, opgave: Antwoordopgave): Promise<Result<{ readonly verzoek: Verzoekrij }, Weigering>> {
  const toegang = await eisBericht(w, id, 'verzoek_beantwoorden')
  if (!toegang.ok) return toegang
  const vorm = keurVorm(opgave)
  if (!vorm.ok) return vorm
  const { gemeente } = w.actor
  const { aanbieder, richting, naam } = toegang.value.bericht
  if (richting !== 'in' || (naam !== 'WMO315' && naam !== 'WMO317')) return weiger(geenVerzoek)
  await vergrendelPaar(w.tx, { gemeente, partij: gemeente }, aanbieder)
  const verzoek = (await leesVerzoekenUit(w.tx, gemeente, id)).find((v) => v.referentie === opgave.referentie)
  if (verzoek === undefined) return weiger(nietInBericht)
  const op = { vandaag: w.dienst.vandaag(), gelijkgesteld: await leesGelijkgesteldeDagen(w.tx) }
  const mag = magAntwoorden(opgave.antwoord, feitenVan(verzoek, op))
  if (!mag.ok) return weiger({ soort: 'regel', code: mag.fout.code, tekst: mag.fout.tekst, watNu: mag.fout.watNu, eis: mag.fout.regel })
  if (uitgaveOm(w.dienst.vandaag()) === null) return weiger(weigeringen.geenUitgave)
  return ok({ verzoek })
}

/** CD085 en CD086: een reden hoort bij een afwijzing, en alleen daarbij. */
function keurVorm({ antwoord, reden }: Antwoordopgave): Result<null, Weigering> {
  if (antwoord === 'afgewezen' && reden === undefined)
    return ongeldig([{ code: 'REDEN_ONTBREEKT', plaats: '/reden', tekst: 'Kies waarom het verzoek wordt afgewezen.' }])
  if (antwoord === 'in_onderzoek' && reden !== undefined)
    return ongeldig([{ code: 'REDEN_OVERBODIG', plaats: '/reden', tekst: 'Bij “in onderzoek” hoort geen reden.' }])
  return ok(null)
}

function maakAntwoord(
  { gemeente: van, aanbieder: naar }: Partijen,
  kop: { readonly identificatie: string; readonly dagtekening: string },
  { referentie, antwoord, reden }: Antwoordopgave,
): WMO319 {
  return {
    Header: maakKop({ code: '482', van, naar, ...kop }),
    Antwoord: {
      ReferentieAanbieder: referentie,
      VerzoekAntwoord: antwoord === 'afgewezen' ? '1' : '2',
      ...(reden !== undefined && { RedenAfwijzingVerzoek: reden }),
    },
  }
}

const geenVerzoek: Weigering = {
  soort: 'regel',
  code: 'GEEN_VERZOEK',
  tekst: 'Dit bericht is geen verzoek van een aanbieder aan ons.',
  watNu: 'Antwoorden kan op een verzoek om toewijzing (WMO315) of om wijziging (WMO317).',
}
const nietInBericht: Weigering = {
  soort: 'regel',
  code: 'VERZOEK_NIET_IN_BERICHT',
  tekst: 'In dit bericht staat geen verzoek met deze referentie.',
  watNu: 'Kies een verzoek uit dit bericht.',
  eis: 'TR355',
}
