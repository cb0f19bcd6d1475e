/** De tabellen zoals Kysely ze kent; de waarheid staat in `migraties/`. Dagen zijn tekst 'JJJJ-MM-DD', tijdstippen `Date`. */
import type { Generated, GeneratedAlways } from 'kysely'
import type { Leveringsvorm } from '#core/indicatie/indicatie.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Berichttabellen } from './berichten/tabellen.ts'

type Eigendom = { gemeente: string; id: string }

export type Tabellen = Berichttabellen & {
  gemeente: { code: string; naam: string; catalogus: string; verzonnen: Generated<boolean> }
  gelijkgestelde_dag: { dag: string; bron: string }
  catalogus_inhoud: { hash: string; catalogus: string; versie: string; inhoud: Json; bewaard_op: Generated<Date> }
  identiteit: { id: string; uitgever: string; onderwerp: string; naam: string; gemaakt_op: Date }
  sessie: {
    id: string
    sleutel_hash: Buffer
    csrf: string
    identiteit: string
    gemeente: string
    medewerker: string
    gemaakt_op: Date
    laatst_op: Date
    verloopt_op: Date
    ingetrokken_op: Date | null
    toegangspunt: string
  }
  team: Eigendom & { naam: string; versie: Generated<number>; gewijzigd_op: Generated<Date>; gewijzigd_door: string | null }
  medewerker: Eigendom & {
    identiteit: string | null
    aanmeldnaam: string
    naam: string
    team: string | null
    rollen: string[]
    actief: Generated<boolean>
    versie: Generated<number>
    gewijzigd_op: Generated<Date>
    gewijzigd_door: string | null
  }
  inwoner: Eigendom & {
    achternaam: string
    voorvoegsel: string | null
    voornamen: string | null
    voorletters: string | null
    geboortedatum: string | null
    woonplaats: string | null
    zoeknaam: string
    bsn_index: Buffer | null
    geen_bsn_reden: string | null
    geheim_adres: Generated<boolean>
    overleden_op: string | null
    team: string | null
    versie: Generated<number>
    gemaakt_op: Date
    gewijzigd_op: Date
    gewijzigd_door: string
  }
  inwoner_gegevens: {
    gemeente: string
    inwoner: string
    straat: string | null
    huisnummer: string | null
    toevoeging: string | null
    postcode: string | null
    telefoon: string | null
    email: string | null
    contactvoorkeur: string | null
    geslacht: string | null
    vertegenwoordiger: Json | null
    geheim_adres: Generated<boolean>
  }
  inwoner_bsn: { gemeente: string; inwoner: string; versleuteld: Buffer; sleutel: string }
  zaak: Eigendom & {
    nummer: string
    inwoner: string
    soort: string
    stand: string
    hulpvraag: string | null
    kanaal: string
    gemeld_door: string
    ontvangen_op: string
    plan_tot: string
    onderzoek_uiterlijk: string
    besluit_uiterlijk: string | null
    uiterlijk: GeneratedAlways<string>
    wacht_op: string | null
    behandelaar: string | null
    team: string | null
    afgesloten_op: string | null
    versie: Generated<number>
    gemaakt_op: Date
    gewijzigd_op: Date
    gewijzigd_door: string
  }
  zaaknummer: { gemeente: string; jaar: number; laatste: number }
  onderzoek: Eigendom & {
    zaak: string
    inwoner: string
    catalogus: string
    catalogus_versie: string
    catalogus_hash: string
    keuze: Json
    gestart_op: Date
    gestart_door: string
    afgerond_op: Date | null
    versie: Generated<number>
    gewijzigd_op: Date
    gewijzigd_door: string
  }
  bezoek: Eigendom & {
    onderzoek: string
    inwoner: string
    datum: string
    soort: string
    aanwezig: string | null
    verslag: string | null
    gemaakt_op: Date
    gemaakt_door: string
    /** De eerste rij van dit bezoek; leeg als dit de eerste is. */
    vervangt: Generated<string | null>
    versie: Generated<number>
    /** Waarom het bezoek is ingetrokken; leeg: het geldt. */
    ingetrokken: string | null
  }
  antwoord: Eigendom & {
    onderzoek: string
    inwoner: string
    volgnummer: number
    versie: number
    soort: 'antwoord' | 'overschrijving'
    vraag: string
    waarde: Json | null
    toelichting: string | null
    bron: string | null
    datum: string
    bezoek: string | null
    vervangt: string | null
    gegeven_op: Date
    gegeven_door: string
  }
  advies: Eigendom & {
    onderzoek: string
    inwoner: string
    onderzoek_versie: number
    engine: string
    catalogus_hash: string
    keuzes_hash: string
    geval: Json
    resultaat: string
    gegeven_op: Date
    gegeven_door: string
  }
  voorziening: Eigendom & { inwoner: string; product: string; familie: string; gemaakt_op: Date; gemaakt_door: string }
  indicatie: Eigendom & {
    voorziening: string
    inwoner: string
    onderzoek: string | null
    advies: string | null
    tabel: string
    product: string
    catalogus_hash: string
    van: string
    tot: string | null
    eenheid: string
    minuten_per_week: number | null
    dagdelen_per_week: number | null
    leveringsvorm: Generated<Leveringsvorm>
    omvang: Json
    afwijking_motivering: string | null
    waarschuwing_motiveringen: Generated<Json>
    stapeling: Json
    vervangt: string | null
    vastgesteld_op: Date
    vastgesteld_door: string
  }
  gebeurtenis: Eigendom & {
    inwoner: string
    zaak: string | null
    indicatie: string | null
    soort: string
    datum: string
    zin: string
    gegevens: Generated<Json>
    vervangt: string | null
    gemaakt_op: Date
    gemaakt_door: string
  }
  noodtoegang: Eigendom & {
    inwoner: string
    medewerker: string
    reden: string
    van: Date
    tot: Date
    beoordeeld_op: Date | null
    beoordeeld_door: string | null
    oordeel: 'terecht' | 'onterecht' | null
    toelichting: string | null
  }
  filter: Eigendom & { medewerker: string; naam: string; lijst: string; keuze: Json; gemaakt_op: Date }
  cataloguspublicatie: Eigendom & {
    catalogus: string
    versie: string
    hash: string
    geldig_van: string
    reden: string
    gedaan_op: Date
    gedaan_door: string | null
    vervangt: Generated<string | null>
  }
  instellingkeuze: Eigendom & { sleutel: string; waarde: Json; geldig_van: string; reden: string; gedaan_op: Date; gedaan_door: string }
  simulatiegeval: {
    gemeente: string
    simulatie: string
    poging: string
    deel: 'onderzoeken' | 'indicaties' | 'stapeling'
    tabel: string
    van: string
    naar: string
    /** Het onderzoek, de indicatie, of bij stapeling de inwoner. */
    id: string
  }
  simulatie: Eigendom & {
    vraag: Json
    stand: 'wacht' | 'loopt' | 'klaar' | 'mislukt' | 'gestopt'
    klaar: Generated<number>
    totaal: number | null
    uitkomst: Json | null
    fout: string | null
    poging: string | null
    gevraagd_op: Date
    gevraagd_door: string
    gestart_op: Date | null
    klaar_op: Date | null
  }
  audit: Eigendom & {
    tijdstip: Date
    soort: string
    uitkomst: 'gelukt' | 'geweigerd'
    inwoner: string | null
    objecten: Json
    medewerker: string | null
    rollen: string
    namens: string | null
    zaak: string | null
    doel: string
    toegangspunt: string
    reden: string | null
    weigering: string | null
    hash_voor: Buffer | null
    hash_na: Buffer | null
    correlatie: string
  }
  audit_open: { gemeente: string; audit: string }
  auditcontrole: Eigendom & {
    stand: 'wacht' | 'loopt' | 'klaar' | 'mislukt'
    klaar: Generated<string>
    totaal: string | null
    uitkomst: Json | null
    fout: string | null
    poging: string | null
    gevraagd_op: Date
    gevraagd_door: string
    gestart_op: Date | null
    klaar_op: Date | null
  }
  auditzegel: { gemeente: string; volgnummer: string; audit: string; hash: Buffer; verzegeld_op: Date }
  outbox: Eigendom & {
    soort: string
    gegevens: Json
    gemaakt_op: Date
    verwerkt_op: Date | null
    pogingen: Generated<number>
    fout: string | null
  }
  idempotentie: { gemeente: string; medewerker: string; sleutel: string; verzoek: Buffer; antwoord: Json | null; gemaakt_op: Date }
}
