/** Wat een gespeelde gemeente met een verzoek van een aanbieder doet. */
import type { WMO315, WMO317 } from '#messages/iwmo-3-2/release.ts'
import type { Verzoek } from '#messages/keten/bron.ts'
import { type Gemeentebeeld, lopend, nummerVan, type Toegewezen, wijsToe } from './gemeentezaak.ts'
import { maakKop } from '#messages/iwmo-3-2/nieuwe-kop.ts'
import { wachtenden } from './paar.ts'
import type { Gemaakt } from './partij.ts'
import { wijzigOp } from './wijziging.ts'
import { kenmerk, trek } from './zaaien.ts'

/** Eerst soms in onderzoek; daarna afwijzen, een VOT toewijzen, of een VOW inwilligen zoals zij gevraagd is. */
export function antwoorden(beeld: Gemeentebeeld): Gemaakt[] {
  const { nu, paar, gedrag, zaad, moment } = beeld
  const bezig = new Set([...paar.open.values()].flatMap((b) => (b.naam === 'WMO319' ? [b.waarde.Antwoord.ReferentieAanbieder] : [])))
  return nu.verzoeken.flatMap((v) => {
    const open = !v.isGehonoreerd && !v.antwoorden.includes('1') && !bezig.has(v.referentie)
    const sinds = [...paar.gezien.values()].find(({ bericht }) => heeftReferentie(bericht, v.referentie))
    if (!open || sinds === undefined || moment.dag < sinds.dag + gedrag.verzoek.na) return []
    const kans = trek(zaad, 'verzoek', v.referentie)
    const inOnderzoek = trek(zaad, 'onderzoek', v.referentie) < gedrag.verzoek.onderzoekt
    if (inOnderzoek && v.antwoorden.length === 0) return [antwoord(beeld, v, '2')]
    if (v.soort === 'VOW') return willigIn(beeld, v, sinds.bericht.waarde as WMO317, kans)
    const gevraagd = gevraagdVan(sinds.bericht.waarde, v)
    if (kans < gedrag.verzoek.wijstAf || gevraagd === undefined) return [antwoord(beeld, v, '1')]
    return toewijzenOp(beeld, v, gevraagd)
  })
}

function willigIn(beeld: Gemeentebeeld, v: Verzoek, gevraagd: WMO317, kans: number): Gemaakt[] {
  const { gedrag, zaad, paar } = beeld
  if (kans < gedrag.verzoek.wijstAf || trek(zaad, 'wijzigt', v.referentie) >= gedrag.verzoek.wijzigt) return [antwoord(beeld, v, '1')]
  // Het vorige bericht over deze cliënt wacht nog op antwoord (OP080).
  if (wachtenden(paar).has(v.bsn)) return []
  return wijzigOp(beeld, v, gevraagd) ?? [antwoord(beeld, v, '1')]
}

type Aangevraagd = WMO315['Client']['AangevraagdeProducten']['AangevraagdProduct'][number]
const heeftReferentie = (bericht: { readonly naam: string; readonly waarde: unknown }, referentie: string): boolean =>
  (bericht.naam === 'WMO315' || bericht.naam === 'WMO317') && JSON.stringify(bericht.waarde).includes(JSON.stringify(referentie))
const gevraagdVan = (waarde: unknown, { referentie }: Verzoek): Aangevraagd | undefined =>
  ((waarde as WMO315).Client.AangevraagdeProducten?.AangevraagdProduct ?? []).find((p) => p.ReferentieAanbieder === referentie)

function antwoord({ paar: { partijen }, moment }: Gemeentebeeld, v: Verzoek, VerzoekAntwoord: '1' | '2'): Gemaakt {
  const { gemeente: van, aanbieder: naar } = partijen
  const identificatie = kenmerk('WMO319', van, naar, v.referentie, VerzoekAntwoord, moment.vandaag)
  const reden = VerzoekAntwoord === '1' ? { RedenAfwijzingVerzoek: '2' as const } : {}
  return {
    naam: 'WMO319',
    waarde: {
      Header: maakKop({ code: '482', van, naar, identificatie, dagtekening: moment.vandaag }),
      Antwoord: { ReferentieAanbieder: v.referentie, VerzoekAntwoord, ...reden },
    },
  }
}

function toewijzenOp(beeld: Gemeentebeeld, v: Verzoek, gevraagd: Aangevraagd): Gemaakt[] {
  const { paar, moment } = beeld
  const persoon = paar.personen.get(v.bsn)
  if (persoon === undefined || wachtenden(paar).has(v.bsn)) return []
  const nieuw: Toegewezen = {
    ToewijzingNummer: nummerVan(paar, v.referentie),
    ReferentieAanbieder: v.referentie,
    ...(gevraagd.Product && { Product: gevraagd.Product }),
    Toewijzingsdatum: moment.vandaag,
    Toewijzingstijd: '15:00:00',
    Ingangsdatum: gevraagd.ToewijzingIngangsdatum,
    ...(gevraagd.ToewijzingEinddatum && { Einddatum: gevraagd.ToewijzingEinddatum }),
    ...(gevraagd.Omvang && { Omvang: gevraagd.Omvang }),
    ...(gevraagd.Budget !== undefined && { Budget: gevraagd.Budget }),
  }
  return [wijsToe(beeld, persoon, [...lopend(beeld, v.bsn), nieuw])]
}
