/** Eén verzonnen inwoner met alles eromheen, als rijen voor de tabellen. Vast zaad en zelfde dag geven hetzelfde dossier. */
import { type Datum, dagnummer, plusDagen } from '#core/base/datum.ts'
import { maakToeval } from '#core/base/toeval.ts'
import { maakGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { kanalen, melders } from '#core/dossier/melding.ts'
import { wettelijkeTermijn, zaaktermijnen } from '#core/dossier/wettelijke-termijnen.ts'
import { zoeknaam } from '#core/dossier/zoeknaam.ts'
import { productnaam } from '#core/indicatie/stapeling.ts'
import { vaststelzin } from '#core/indicatie/vaststelzin.ts'
import { nieuweId } from '../handeling/id.ts'
import { type Verzonnen, verzinIndicaties } from './verzonnen-indicatie.ts'
import { verzinPersoon } from './verzonnen-persoon.ts'
import { gebeurtenissenVan, kiesVerloop, type Verloop } from './verzonnen-zaak.ts'
import { kies, type Omstandigheden, tienUur, type Zet } from './verzonnen-rij.ts'
import { zetAdvies, zetOnderzoek } from './verzonnen-onderzoek.ts'
import type { Voorbeeld } from './voorbeelden.ts'

/** Zet de rijen van inwoner `n` neer. Geeft de id van de inwoner. */
export function verzinDossier(zet: Zet, o: Omstandigheden, n: number, toeval: () => number): string {
  const team = kies(o.teams, toeval)
  const verloop = kiesVerloop(toeval())
  const [van, tot] = verloop.geleden
  const ontvangenOp = plusDagen(o.vandaag, -(van + Math.floor(toeval() * (tot - van + 1))))
  const wie = { behandelaar: kies(team.consulenten, toeval), team: team.id }
  const inwoner = zetInwoner(zet, o, n, wie.team, ontvangenOp, wie.behandelaar, toeval)
  const zaak = zetZaak(zet, o, { inwoner, verloop, ontvangenOp, ...wie }, toeval)
  if (!verloop.heeftOnderzoek) return inwoner
  const toegekend = verloop.stappen.some((s) => s.gegevens?.reden === 'besloten')
  const voorbeeld = kiesVoorbeeld(o.voorbeelden, toegekend ? metProduct : metGesprek, toeval)
  if (!voorbeeld) return inwoner
  const klaar = verloop.stand === 'afgesloten'
  const onderzoek = zetOnderzoek(zet, o, { inwoner, zaak, ontvangenOp, voorbeeld, klaar, ...wie }, toeval)
  if (!toegekend) return inwoner
  const begin = plusDagen(ontvangenOp, 50)
  const advies = zetAdvies(zet, o, { inwoner, onderzoek, voorbeeld, dag: plusDagen(ontvangenOp, 44), ...wie })
  const feiten = { inwoner, zaak, onderzoek, advies, dag: plusDagen(ontvangenOp, 44), ...wie }
  const lopend = verzinIndicaties({ catalogus: o.catalogus, keuze: o.keuze, voorbeeld, van: begin }, toeval).filter((v) =>
    zetIndicatie(zet, o, feiten, v, toeval),
  )
  if (lopend.length > 0 && n % OOK_NAAST === 0) zetErnaast(zet, o, { inwoner, n, sinds: ontvangenOp, lopend, verloop, ...wie })
  return inwoner
}

/** Een op zoveel inwoners krijgt later nog een indicatie naast wat er loopt: zo is te zien wat regels over samenloop doen. */
const OOK_NAAST = 4
type Ernaast = {
  inwoner: string
  n: number
  sinds: Datum
  lopend: readonly Verzonnen[]
  verloop: Verloop
  behandelaar: string
  team: string
}

/** Een tweede melding met een eigen onderzoek. Met eigen toeval: wat er verder verzonnen wordt, blijft hetzelfde. */
function zetErnaast(zet: Zet, o: Omstandigheden, { inwoner, n, sinds, lopend, verloop, ...wie }: Ernaast): void {
  const toeval = maakToeval(n)
  const later = plusDagen(o.vandaag, -(60 + Math.floor(toeval() * 60)))
  const ontvangenOp = later < sinds ? sinds : later
  // Om en om een ander soort hulp, of nog een keer hetzelfde soort.
  const tabellen = new Set(lopend.map((v) => v.voorstel.tabel))
  const wilAnders = (n / OOK_NAAST) % 2 === 0
  const past = (v: Voorbeeld) => Object.entries(v.adviezen).some(([t, a]) => a.uitkomst === 'product' && tabellen.has(t) !== wilAnders)
  const voorbeeld = kiesVoorbeeld(o.voorbeelden, past, toeval)
  if (!voorbeeld) return
  const [van, dag] = [plusDagen(ontvangenOp, 50), plusDagen(ontvangenOp, 44)]
  const nieuw = verzinIndicaties({ catalogus: o.catalogus, keuze: o.keuze, voorbeeld, van }, toeval, lopend)
  if (nieuw.length === 0) return
  const zaak = zetZaak(zet, o, { inwoner, verloop, ontvangenOp, ...wie }, toeval)
  const onderzoek = zetOnderzoek(zet, o, { inwoner, zaak, ontvangenOp, voorbeeld, klaar: true, ...wie }, toeval)
  const advies = zetAdvies(zet, o, { inwoner, onderzoek, voorbeeld, dag, ...wie })
  for (const v of nieuw) zetIndicatie(zet, o, { inwoner, zaak, onderzoek, advies, dag, ...wie }, v, toeval)
}

/** Past er geen voorbeeld, dan een ander; een catalogus zonder voorbeelden geeft alleen zaken. */
function kiesVoorbeeld(alle: readonly Voorbeeld[], past: (v: Voorbeeld) => boolean, toeval: () => number): Voorbeeld | undefined {
  const passend = alle.filter(past)
  return alle.length > 0 ? kies(passend.length > 0 ? passend : alle, toeval) : undefined
}

const metProduct = (v: Voorbeeld): boolean => Object.values(v.adviezen).some((a) => a.uitkomst === 'product')

/** Genoeg antwoorden om halverwege te zijn. */
const metGesprek = (v: Voorbeeld): boolean => Object.keys(v.geval.antwoorden).length >= 6

function zetInwoner(zet: Zet, o: Omstandigheden, n: number, team: string, dag: Datum, door: string, toeval: () => number): string {
  const p = verzinPersoon(n, o.vandaag, toeval)
  const id = nieuweId(new Date(tienUur(dag)))
  zet('inwoner', {
    id,
    achternaam: p.achternaam,
    voorvoegsel: p.voorvoegsel,
    voornamen: p.voornamen,
    voorletters: p.voorletters,
    geboortedatum: p.geboortedatum,
    woonplaats: o.woonplaats,
    zoeknaam: zoeknaam(p),
    bsn_index: p.bsn ? o.kluis.index(p.bsn, o.gemeente) : null,
    geen_bsn_reden: p.bsn ? null : 'nog_niet_bekend',
    geheim_adres: p.geheimAdres,
    overleden_op: null,
    team,
    versie: 1,
    gemaakt_op: tienUur(dag),
    gewijzigd_op: tienUur(dag),
    gewijzigd_door: door,
  })
  zet('inwoner_gegevens', {
    inwoner: id,
    straat: 'Proefstraat',
    huisnummer: String(1 + (n % 400)),
    toevoeging: null,
    postcode: '9999 ZZ',
    telefoon: null,
    email: null,
    contactvoorkeur: null,
    vertegenwoordiger: null,
    geheim_adres: p.geheimAdres,
  })
  if (!p.bsn) return id
  const { versleuteld, sleutel } = o.kluis.versleutel(p.bsn, { gemeente: o.gemeente, inwoner: id })
  zet('inwoner_bsn', { inwoner: id, versleuteld, sleutel })
  return id
}

type Zaakfeiten = { inwoner: string; verloop: Verloop; ontvangenOp: Datum; behandelaar: string; team: string }

function zetZaak(zet: Zet, o: Omstandigheden, f: Zaakfeiten, toeval: () => number): string {
  const id = nieuweId(new Date(tienUur(f.ontvangenOp)))
  const kanaal = kies(Object.keys(kanalen) as (keyof typeof kanalen)[], toeval)
  const gemeldDoor = kies(Object.keys(melders) as (keyof typeof melders)[], toeval)
  const { planTot, onderzoekUiterlijk } = zaaktermijnen(f.ontvangenOp, [])
  const feiten = gebeurtenissenVan(f.verloop, f.ontvangenOp, o.vandaag, { kanaal, gemeldDoor })
  const laatste = feiten.at(-1)?.datum ?? f.ontvangenOp
  const aanvraag = feiten.find((g) => g.soort === 'aanvraag_ontvangen')
  // Nieuw werk ligt deels nog bij het team.
  const behandelaar = f.verloop.stand === 'ontvangen' && toeval() < 0.5 ? null : f.behandelaar
  zet('zaak', {
    id,
    inwoner: f.inwoner,
    soort: toeval() < 0.8 ? 'melding' : 'herindicatie',
    stand: f.verloop.stand,
    hulpvraag: 'Verzonnen: hulp bij de dag en de week.',
    kanaal,
    gemeld_door: gemeldDoor,
    ontvangen_op: f.ontvangenOp,
    plan_tot: planTot,
    onderzoek_uiterlijk: onderzoekUiterlijk,
    besluit_uiterlijk: aanvraag ? wettelijkeTermijn('besluit', aanvraag.datum).uiterlijk : null,
    wacht_op: f.verloop.wachtOp ?? null,
    behandelaar,
    team: f.team,
    afgesloten_op: f.verloop.stand === 'afgesloten' ? laatste : null,
    versie: feiten.length,
    gemaakt_op: tienUur(f.ontvangenOp),
    gewijzigd_op: tienUur(laatste),
    gewijzigd_door: f.behandelaar,
  })
  for (const g of feiten) zetGebeurtenis(zet, g, { inwoner: f.inwoner, zaak: id, indicatie: null, door: f.behandelaar })
  return id
}

function zetGebeurtenis(
  zet: Zet,
  g: ReturnType<typeof maakGebeurtenis>,
  waar: { inwoner: string; zaak: string | null; indicatie: string | null; door: string },
  zin = g.zin,
): void {
  zet('gebeurtenis', {
    id: nieuweId(new Date(tienUur(g.datum))),
    inwoner: waar.inwoner,
    zaak: waar.zaak,
    indicatie: waar.indicatie,
    soort: g.soort,
    datum: g.datum,
    zin,
    gegevens: g.gegevens,
    vervangt: null,
    gemaakt_op: tienUur(g.datum),
    gemaakt_door: waar.door,
  })
}

type Indicatiefeiten = { inwoner: string; zaak: string; onderzoek: string; advies: string; dag: Datum; behandelaar: string }

/** Geeft of de indicatie vandaag loopt. */
function zetIndicatie(zet: Zet, o: Omstandigheden, f: Indicatiefeiten, { voorstel, oordeel }: Verzonnen, toeval: () => number): boolean {
  const moment = new Date(tienUur(f.dag))
  const [voorziening, id] = [nieuweId(moment), nieuweId(moment)]
  const van = voorstel.van as Datum
  const tot = (voorstel.tot ?? null) as Datum | null
  zet('voorziening', {
    id: voorziening,
    inwoner: f.inwoner,
    product: voorstel.product,
    familie: o.catalogus.producten[voorstel.product]?.familie ?? null,
    gemaakt_op: tienUur(f.dag),
    gemaakt_door: f.behandelaar,
  })
  const { totaal } = oordeel.omvang
  const inDagdelen = 'dagdelenPerWeek' in totaal
  zet('indicatie', {
    id,
    voorziening,
    inwoner: f.inwoner,
    onderzoek: f.onderzoek,
    advies: f.advies,
    tabel: voorstel.tabel,
    product: voorstel.product,
    catalogus_hash: o.catalogus.hash,
    van,
    tot,
    eenheid: oordeel.eenheid,
    minuten_per_week: inDagdelen ? null : (totaal.vastgesteld ?? totaal.afgerond),
    dagdelen_per_week: inDagdelen ? totaal.dagdelenPerWeek : null,
    omvang: { opgave: voorstel.omvang, uitkomst: oordeel.omvang },
    afwijking_motivering: (oordeel.wijktAf && voorstel.afwijkingMotivering) || null,
    waarschuwing_motiveringen: oordeel.motiveringen,
    stapeling: oordeel.stapeling,
    vervangt: null,
    vastgesteld_op: tienUur(f.dag),
    vastgesteld_door: f.behandelaar,
  })
  const waar = { inwoner: f.inwoner, zaak: f.zaak, indicatie: id, door: f.behandelaar }
  const zin = vaststelzin({
    productnaam: productnaam(o.catalogus, voorstel.product),
    omvang: totaal.inWoorden,
    leveringsvorm: 'zin',
    periode: { van, ...(tot && { tot }) },
    wijktAf: oordeel.wijktAf,
  })
  zetGebeurtenis(zet, maakGebeurtenis('vastgesteld', f.dag), waar, zin)
  if (van > o.vandaag) return false
  zetGebeurtenis(zet, maakGebeurtenis('gestart', van), { ...waar, zaak: null })
  const einde = eindeVan(van, tot, o.vandaag, toeval)
  if (einde) zetGebeurtenis(zet, maakGebeurtenis('beeindigd', einde.dag, { reden: einde.reden }), { ...waar, zaak: null })
  return einde === null
}

/** Afgelopen indicaties zijn beëindigd; van de lopende stopt een op de tien eerder. */
function eindeVan(van: Datum, tot: Datum | null, vandaag: Datum, toeval: () => number): { dag: Datum; reden: string } | null {
  if (tot !== null && tot < vandaag) return { dag: tot, reden: 'einde_indicatie' }
  const dagen = dagnummer(vandaag) - dagnummer(van)
  if (toeval() > 0.1 || dagen < 30) return null
  return {
    dag: plusDagen(van, Math.floor(dagen * (0.3 + 0.6 * toeval()))),
    reden: kies(['doel_bereikt', 'op_verzoek', 'verhuisd'], toeval),
  }
}
