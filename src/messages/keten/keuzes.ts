/**
 * Waar de standaard ruimte laat: per open punt één keuze, met de lezing die geldt als niemand iets kiest
 * (docs/besluiten/0009-berichten-over-en-weer.md).
 */
export type Ketenkeuzes = {
  /** TR349, TR350, TR351: wat "vandaag" is. */
  readonly actueelOp: 'systeemdatum' | 'dagtekening'
  /** TR056: of een afgewezen bericht zijn Identificatie verbruikt. */
  readonly identificatieNaAfwijzing: 'bezet' | 'vrij'
  /** TR314: of een afgewezen regel zijn ReferentieNummer verbruikt. */
  readonly referentieNummerNaAfwijzing: 'bezet' | 'vrij'
  /** TR332: wanneer een nummer dat terugkomt dezelfde toewijzing is. */
  readonly hergebruikNummer: 'binnen_OP033x1' | 'zelfde_client_en_product'
  /** TR321: categorie 01 met een omvang per week in stuks of euro's (output). */
  readonly categorie01Output: 'zes_weken' | 'zondagen'
  /** TR321, TR322: omvang per dag, en het totaal per dag en per maand; geen bron werkt ze uit. */
  readonly dagEnMaand: 'begrenzen' | 'niet_begrenzen'
  /** TR369: wat er samen binnen het budget past. */
  readonly budgetTelt: 'bedrag' | 'volume'
  /** TR361: waar de code komt als een nieuw product overlapt. */
  readonly klasseTR361: 'NieuwProduct' | 'Verzoek'
  /** TR374: waar de code komt. `binnen` is AangevraagdProduct (315) of Verzoek (317). */
  readonly klasseTR374: 'Client' | 'binnen'
  /** TR378: of de gemeentecode moet gelden op de ingangsdatum van één of van elke toewijzing in het bericht. */
  readonly gemeentecodeOp: 'een' | 'elke'
  /** TR341, TR346, TR418: de dag van de productperiode waarop het tarief geldt. */
  readonly tariefOp: 'begin' | 'eind'
  /** TR341, TR346, TR381, TR418 zonder bekend contract. */
  readonly zonderContract: 'niet_beoordelen' | 'afkeuren'
}

export const standaardkeuzes: Ketenkeuzes = {
  actueelOp: 'systeemdatum',
  identificatieNaAfwijzing: 'bezet',
  referentieNummerNaAfwijzing: 'bezet',
  hergebruikNummer: 'binnen_OP033x1',
  categorie01Output: 'zes_weken',
  dagEnMaand: 'begrenzen',
  budgetTelt: 'bedrag',
  klasseTR361: 'NieuwProduct',
  klasseTR374: 'binnen',
  gemeentecodeOp: 'een',
  tariefOp: 'begin',
  zonderContract: 'niet_beoordelen',
}
