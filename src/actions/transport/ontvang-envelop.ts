/**
 * Een envelop van buiten aannemen: keuren, vastleggen, en dan pas bevestigen (Bv03). Verwerken gebeurt later. Dezelfde envelop nog eens
 * geeft dezelfde bevestiging en verder niets; wat niet aan te nemen is, krijgt meteen te horen waarom (Fo03).
 */
import { berichthash } from '#storage/berichten/berichten.ts'
import {
  bewaarEnvelop,
  bewaarInhoud,
  gemeenteVanEnvelop,
  markeerBevestigd,
  type Ontvangenrij,
  vindOntvangen,
  vindVerzonden,
} from '#storage/berichten/enveloppen.ts'
import { bewaarUitgaand } from '#storage/outbox.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Bevestiging, Envelop, Fout, Foutmelding, Heen, Retour } from '#messages/ggk/envelop.ts'
import { soapActie } from '#messages/ggk/envelop.ts'
import { leesEnvelop } from '#messages/ggk/lees.ts'
import { bevestig } from '#messages/ggk/pak-in.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { type Administratie, inAdministratie } from '../berichten/administratie.ts'
import { keurInhoud, weigeringen } from './keur-envelop.ts'
import { nieuweReferentie, stempel, tijdstipVan } from './stempel.ts'
import type { Ketendienst, Namens } from './transport.ts'

export type Aanlevering = {
  readonly bytes: Buffer
  /** De kop SOAPAction zonder aanhalingstekens; leeg als hij leeg is of ontbreekt. */
  readonly actie: string
  readonly namens: Namens
}
export type Ontvangstdienst = Pick<Dienst, 'db' | 'kluis' | 'nu' | 'versie'> & { readonly keten: Ketendienst }
/** `niets`: aangenomen, zonder dat er een bevestiging bij hoort. */
export type Ontvangen = { readonly soort: 'antwoord'; readonly envelop: Bevestiging | Foutmelding } | { readonly soort: 'niets' }
type Zending = Heen | Retour | Foutmelding

export async function ontvangEnvelop(dienst: Ontvangstdienst, { bytes, actie, namens }: Aanlevering): Promise<Ontvangen> {
  const gelezen = await leesEnvelop(bytes)
  if (!gelezen.ok) return { soort: 'antwoord', envelop: weigerOnleesbaar(dienst, weigeringen.onleesbaar(gelezen.fout)) }
  const uitkomst = await neemAan(dienst, gelezen.value, { bytes, actie, namens })
  if (!uitkomst.ok) return { soort: 'antwoord', envelop: weiger(dienst, gelezen.value, uitkomst.fout) }
  return uitkomst.value === null ? { soort: 'niets' } : { soort: 'antwoord', envelop: uitkomst.value }
}

async function neemAan(dienst: Ontvangstdienst, envelop: Envelop, a: Aanlevering): Promise<Result<Bevestiging | null, Fout>> {
  if (envelop.soort === 'Fo03') return fout(weigeringen.soort)
  const partij = envelop.ontvanger.organisatie ?? ''
  if (dienst.keten.wegVan(partij) !== 'https') return fout(weigeringen.ontvanger(partij))
  const afzender = envelop.zender.organisatie ?? ''
  if (a.namens !== 'iedereen' && !a.namens.includes(afzender)) return fout(weigeringen.afzender)
  if (envelop.soort === 'Bv03') return neemBevestiging(dienst, envelop, partij)
  if (a.actie !== '' && a.actie !== soapActie[envelop.soort as 'Fo01']) return fout(weigeringen.actie)
  const gemeente = await gemeenteVan(dienst, envelop, partij, afzender)
  if (!gemeente.ok) return gemeente
  await dienst.keten.zorgVoorGemeente(gemeente.value)
  return legVast(dienst, { gemeente: gemeente.value, partij }, envelop as Zending, a.bytes)
}

/** In het verkeer met welke gemeente dit hoort. Een fout kan van een knooppunt komen: dan zegt het nummer het. */
async function gemeenteVan({ db }: Ontvangstdienst, envelop: Envelop, partij: string, afzender: string): Promise<Result<string, Fout>> {
  if (envelop.soort === 'Di01' || envelop.soort === 'Du01') return keurInhoud(envelop, partij, afzender)
  const kruis = 'crossRefnummer' in envelop ? envelop.crossRefnummer : ''
  const gemeente = await gemeenteVanEnvelop(db, kruis, partij)
  return gemeente === null ? fout(weigeringen.kruisreferentie) : ok(gemeente)
}

async function neemBevestiging(dienst: Ontvangstdienst, envelop: Bevestiging, partij: string): Promise<Result<null, Fout>> {
  const gemeente = await gemeenteVan(dienst, envelop, partij, '')
  if (!gemeente.ok) return gemeente
  const wij = { gemeente: gemeente.value, partij }
  return inAdministratie(dienst, wij, async (tx) => {
    const over = await vindVerzonden(tx, wij, envelop.crossRefnummer)
    if (over === undefined) return fout(weigeringen.kruisreferentie)
    await markeerBevestigd(tx, wij, over.id, envelop.referentienummer, dienst.nu())
    return ok(null)
  })
}

function legVast(dienst: Ontvangstdienst, wij: Administratie, envelop: Zending, bytes: Buffer): Promise<Result<Bevestiging, Fout>> {
  const nu = dienst.nu()
  const afzender = envelop.zender.organisatie ?? ''
  const lading = 'lading' in envelop ? envelop.lading.inhoud : Buffer.from(JSON.stringify(envelop.fout))
  const ladingHash = berichthash(dienst.kluis).update(lading).digest()
  return inAdministratie(dienst, wij, async (tx) => {
    const over = envelop.soort === 'Fo01' ? await vindVerzonden(tx, wij, envelop.crossRefnummer) : undefined
    // Een partij meldt alleen fouten over wat wij haar stuurden; een knooppunt heeft geen code van een partij.
    if (over !== undefined && /^\d+$/.test(afzender) && over.ontvanger !== afzender) return fout(weigeringen.kruisreferentie)
    const rij = {
      id: nieuweId(nu),
      richting: 'in',
      soort: envelop.soort as 'Di01' | 'Du01' | 'Fo01',
      referentie: envelop.referentienummer,
      kruisreferentie: 'crossRefnummer' in envelop ? envelop.crossRefnummer : null,
      afzender,
      ontvanger: wij.partij,
      functie: 'functie' in envelop ? envelop.functie : null,
      tijdstip: envelop.tijdstip,
      bericht: null,
      over: over?.id ?? null,
      ladingHash,
      bevestiging: nieuweReferentie(),
      gemaaktOp: nu,
      ontvangenOp: nu,
    } as const
    if (await bewaarEnvelop(tx, wij, rij)) {
      await bewaarInhoud(tx, dienst.kluis, wij, rij.id, bytes)
      const taak = { gemeente: wij.gemeente, id: nieuweId(nu), soort: 'envelop', gegevens: { id: rij.id }, gemaakt_op: nu }
      await bewaarUitgaand(tx, [taak])
      return ok(bevestiging(dienst, envelop, { bevestiging: rij.bevestiging, ontvangen_op: nu }))
    }
    const eerder = await vindOntvangen(tx, wij, afzender, envelop.referentienummer)
    if (eerder === undefined || !isZelfde(eerder, rij)) return fout(weigeringen.nummer)
    return ok(bevestiging(dienst, envelop, eerder))
  })
}

const isZelfde = (eerder: Ontvangenrij, nu: { soort: string; functie: string | null; ladingHash: Buffer }): boolean =>
  eerder.soort === nu.soort && eerder.functie === nu.functie && eerder.lading_hash.equals(nu.ladingHash)

const bevestiging = (dienst: Ontvangstdienst, envelop: Zending, rij: Pick<Ontvangenrij, 'bevestiging' | 'ontvangen_op'>): Bevestiging =>
  bevestig(
    envelop,
    stempel(dienst, dienst.keten.applicatie, envelop.ontvanger.organisatie ?? null, {
      referentienummer: rij.bevestiging,
      tijdstip: tijdstipVan(rij.ontvangen_op),
    }),
  )

function weiger(dienst: Ontvangstdienst, envelop: Envelop, reden: Fout): Foutmelding {
  const merk = { referentienummer: nieuweReferentie(), tijdstip: tijdstipVan(dienst.nu()) }
  const { ontvanger, zender, referentienummer } = envelop
  const { systeem } = stempel(dienst, dienst.keten.applicatie, ontvanger.organisatie ?? null, merk)
  return { soort: 'Fo03', zender: systeem, ontvanger: zender, ...merk, crossRefnummer: referentienummer, fout: reden }
}

/** Van wat niet te lezen is, is ook niet te zeggen van wie het komt en welk nummer het heeft. */
export function weigerOnleesbaar(dienst: Ontvangstdienst, reden: Fout): Foutmelding {
  const merk = { referentienummer: nieuweReferentie(), tijdstip: tijdstipVan(dienst.nu()) }
  const { systeem } = stempel(dienst, dienst.keten.applicatie, null, merk)
  return { soort: 'Fo03', zender: systeem, ontvanger: { applicatie: 'onbekend' }, ...merk, crossRefnummer: 'onbekend', fout: reden }
}
