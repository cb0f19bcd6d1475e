/** Meedoen als speler van de keten, over https: het knooppunt van de simulator heeft een eigen deur, en belt aan bij die van Meedoen. */
import { ok, type Result } from '#core/base/result.ts'
import { leesBericht } from '#messages/codec.ts'
import type { Envelop, Heen, Retour } from '#messages/ggk/envelop.ts'
import { type Afzender, bevestig, isRetourenvelop, pakHeenIn, pakRetourIn } from '#messages/ggk/pak-in.ts'
import { schrijfSoap } from '#messages/ggk/schrijf.ts'
import { feitenUit, partijenVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { sleuteltekst } from '#messages/keten/feit.ts'
import type { Ketenmap } from '#storage/ketenmap.ts'
import { sleutelTekst } from '#simulator/paar.ts'
import type { Speler } from '#simulator/partij.ts'
import { nieuweReferentie, stempel, tijdstipVan } from '../transport/stempel.ts'
import { stuurEnvelop, type Verzending } from '../transport/stuur-envelop.ts'
import type { Transport } from '../transport/transport.ts'
import { startDeurserver } from './deurserver.ts'
import type { Speelweigering } from './speel-keten.ts'

export type Deur = {
  readonly spelers: readonly Speler[]
  /** Hoeveel er door deze deur ging; verandert dat niet meer, dan is het stil. */
  teller(): number
  sluit(): Promise<void>
}
export type Deurhulp = { readonly versie: string; nu(): Date; storing(tekst: string): void }
type Plek = { readonly transport: Transport; readonly keten: Ketenmap; readonly hulp: Deurhulp; tel(): void }

export async function openDeur(transport: Transport, keten: Ketenmap, hulp: Deurhulp): Promise<Result<Deur, Speelweigering>> {
  let aantal = 0
  const plek: Plek = { transport, keten, hulp, tel: () => void aantal++ }
  const binnen = new Map<string, Uint8Array[]>(transport.partijen.map((partij) => [partij, []]))
  const server = await startDeurserver(transport, (envelop) => neemAan(plek, binnen, envelop))
  if (!server.ok) return server
  const spelers = transport.partijen.map((code) => maakBeller(plek, code, () => binnen.get(code)?.splice(0) ?? []))
  return ok({ spelers, teller: () => aantal, sluit: server.value.sluit })
}

const merk = ({ transport, hulp }: Plek, partij: string): Afzender =>
  stempel(hulp, transport.applicatie, partij, { referentienummer: nieuweReferentie(), tijdstip: tijdstipVan(hulp.nu()) })

/** Wat Meedoen verstuurt: eerst op schijf, dan bevestigd. */
async function neemAan(plek: Plek, binnen: ReadonlyMap<string, Uint8Array[]>, envelop: Envelop): Promise<string | null> {
  if (envelop.soort === 'Fo01') plek.hulp.storing(`Meedoen weigert een bericht: ${envelop.fout.code} ${envelop.fout.omschrijving}`)
  if (envelop.soort === 'Di01' || envelop.soort === 'Du01') {
    await bewaar(plek, envelop)
    binnen.get(envelop.zender.organisatie ?? '')?.push(envelop.lading.inhoud)
    plek.tel()
  }
  const soap = schrijfSoap(bevestig(envelop, merk(plek, envelop.ontvanger.organisatie ?? '')))
  return soap.ok ? soap.value : null
}

async function bewaar({ keten }: Plek, { lading, referentienummer }: Heen | Retour): Promise<void> {
  const gelezen = leesBericht(lading.inhoud)
  if (gelezen.ok) await keten.zetReferentie(sleutelTekst(gelezen.value), referentienummer)
  await keten.zet('opgehaald', lading.inhoud)
}

/** Een partij van Meedoen; wat nu niet te bezorgen is, gaat een volgende dag weer. */
function maakBeller(plek: Plek, code: string, haalBinnen: () => Uint8Array[]): Speler {
  let nogEens: Uint8Array[] = []
  const bel = async (bytes: Uint8Array): Promise<void> => {
    const uitkomst = await belAan(plek, bytes)
    plek.tel()
    if (uitkomst?.soort === 'later') return void nogEens.push(bytes)
    if (uitkomst?.soort === 'geweigerd') plek.hulp.storing(`Meedoen weigert een envelop: ${uitkomst.code} ${uitkomst.tekst}`)
    await plek.keten.legWeg('onderweg', bytes)
  }
  return {
    code,
    neem: async (bytes) => {
      await bel(bytes)
      return []
    },
    begin: async () => {
      const weer = nogEens
      nogEens = []
      for (const bytes of weer) await bel(bytes)
      return haalBinnen()
    },
  }
}

/** Pakt een bericht in en brengt het weg. Een antwoord noemt het nummer van de envelop waar zijn vraag in kwam. */
async function belAan(plek: Plek, xml: Uint8Array): Promise<Verzending | null> {
  const gelezen = leesBericht(xml)
  if (!gelezen.ok) return null
  const { beschreven } = gelezen.value
  const partijen = partijenVan(gelezen.value)
  const [van, naar] = [partijen[beschreven.bericht.van], partijen[beschreven.bericht.naar]]
  const weg = plek.transport.naar(naar, van)
  if (weg === null) return null
  const over = feitenUit(gelezen.value).oordeel?.over
  const kruis = isRetourenvelop(beschreven, plek.transport) && over ? await plek.keten.leesReferentie(sleuteltekst(over)) : null
  const bericht = { beschreven, xml, naar }
  return stuurEnvelop(weg, kruis === null ? pakHeenIn(bericht, merk(plek, van)) : pakRetourIn(bericht, merk(plek, van), kruis))
}
