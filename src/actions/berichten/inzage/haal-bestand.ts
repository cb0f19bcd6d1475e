/**
 * Het bestand van een bericht meenemen, zoals het binnenkwam of uitging. Er staan burgerservicenummers in: eerst zegt iemand waarvoor, dan
 * is het even op te halen. De bytes komen deel voor deel uit de kluis, elk in een eigen transactie: een langzame ontvanger houdt geen
 * verbinding bezet, en bij elk deel toetst de database opnieuw of het van hem is.
 */
import { ok, type Result } from '#core/base/result.ts'
import { leesDeel, leesDelen } from '#storage/berichten/berichten.ts'
import type { Berichtdetailrij } from '#storage/berichten/inzage.ts'
import { inTransactie } from '#storage/transactie.ts'
import { ontzegel, verzegel } from '../../aanmelden/verzegeld.ts'
import { MINSTE_REDEN } from '../../dossier/toon-bsn.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { bindingVan, handel, type Notitie, type Werk } from '../../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../../handeling/weigering.ts'
import { type Berichttoegang, eisBericht } from './berichttoegang.ts'

/** Zo lang is een bewijs geldig; wie ophaalt doet dat meteen. */
const GELDIG_MS = 60_000
const DOEL = 'bestand van een bericht'

type Bewijs = { readonly medewerker: string; readonly bericht: string; readonly reden: string }
export type Ophaalbewijs = { readonly bewijs: string; readonly geldigTot: string }
export type Bestand = { readonly naam: string; readonly grootte: number; stukken(): AsyncGenerator<Uint8Array> }

/** Vraagt het bestand, met een reden; het bewijs is van deze medewerker, voor dit bericht, en maar even geldig. */
export const vraagBestand = (dienst: Dienst, aanroep: Aanroep, id: string, reden: string): Promise<Result<Ophaalbewijs, Weigering>> =>
  handel<Ophaalbewijs>(dienst, aanroep, async (w) => {
    const toegang = await eisBestand(w, id)
    if (!toegang.ok) return toegang
    const waarvoor = reden.trim()
    if (waarvoor.length < MINSTE_REDEN) return geenReden
    w.noteer({ ...over(toegang.value), soort: 'bsn_getoond', doel: 'bestand van een bericht vragen', reden: waarvoor })
    const tot = new Date(w.nu.getTime() + GELDIG_MS)
    const waarde: Bewijs = { medewerker: w.actor.medewerker, bericht: id, reden: waarvoor }
    return ok({ bewijs: verzegel(dienst.kluis, DOEL, waarde, tot), geldigTot: tot.toISOString() })
  })

/** Het bestand zelf. Wat is opgehaald staat in het logboek voordat de eerste byte weg is. */
export const haalBestand = (dienst: Dienst, aanroep: Aanroep, id: string, bewijs: string): Promise<Result<Bestand, Weigering>> =>
  handel<Bestand>(dienst, aanroep, async (w) => {
    const toegang = await eisBestand(w, id)
    if (!toegang.ok) return toegang
    const { bericht } = toegang.value
    const b = ontzegel<Bewijs>(dienst.kluis, DOEL, bewijs, w.nu)
    if (b === null || b.bericht !== id || b.medewerker !== w.actor.medewerker) return bewijsVoorbij
    w.noteer({ ...over(toegang.value), soort: 'exporteren', doel: 'bestand van een bericht ophalen', reden: b.reden })
    return ok({ naam: naamVan(bericht), grootte: Number(bericht.grootte), stukken: () => stukkenVan(dienst, aanroep, bericht) })
  })

/** Wie de inhoud leest en de nummers mag zien: die staan erin. */
async function eisBestand(w: Werk, id: string): Promise<Result<Berichttoegang, Weigering>> {
  const inhoud = await eisBericht(w, id, 'bericht_inhoud_lezen')
  return inhoud.ok ? eisBericht(w, id, 'bsn_tonen') : inhoud
}

const over = ({ bericht: { id, inwoner } }: Berichttoegang): Pick<Notitie, 'objecten' | 'inwoner'> => ({
  objecten: [{ soort: 'bericht', id }],
  ...(inwoner !== null && { inwoner }),
})

/** Zonder het kenmerk: dat kiest de afzender, en het kan op een burgerservicenummer lijken. */
const naamVan = ({ id, naam, afzender, vastgelegd_op: op }: Berichtdetailrij): string =>
  `${[naam ?? 'bericht', ...(afzender === null ? [] : [afzender]), op.toISOString().slice(0, 10), id.slice(-8)].join('-')}.xml`

function stukkenVan(dienst: Dienst, { actor }: Aanroep, { id, partij, grootte }: Berichtdetailrij): AsyncGenerator<Uint8Array> {
  const wij = { gemeente: actor.gemeente, partij }
  return leesDelen(Number(grootte), (volg) =>
    inTransactie(dienst.db, bindingVan(actor, dienst.nu()), async (tx) => ({
      bewaar: false,
      waarde: await leesDeel(tx, dienst.kluis, wij, id, volg),
    })),
  )
}

const geenReden = ongeldig([
  { code: 'REDEN_ONTBREEKT', plaats: '/reden', tekst: `Schrijf in minstens ${MINSTE_REDEN} tekens waarvoor u het bestand nodig hebt.` },
])
const bewijsVoorbij = weiger({
  soort: 'regel',
  code: 'BEWIJS_VOORBIJ',
  tekst: 'Dit adres is niet meer geldig.',
  watNu: 'Open het bericht en haal het bestand opnieuw op.',
})
