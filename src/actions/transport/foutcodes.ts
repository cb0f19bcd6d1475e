/** Foutcodes van de keten (Fo01 en Fo03) in gewone taal: hoe het meestal komt en wat te doen. */

type Raad = readonly [oorzaak: string, doe: string]

const adressering: Raad = [
  'De ontvanger is niet aangesloten, of zijn code in de envelop klopt niet.',
  'Controleer de AGB-code of gemeentecode bij het contract. Vraag de ontvanger of hij is aangesloten, en stuur het bericht opnieuw.',
]
const toegang: Raad = [
  'Onze aansluiting mag dit soort bericht niet sturen, of is bij het knooppunt niet bekend.',
  'Vraag het knooppunt na of de aansluiting en de soorten bericht goed staan ingesteld. Stuur het bericht daarna opnieuw.',
]
const teGroot: Raad = [
  'De envelop is groter dan 25 MB.',
  'Verdeel het bericht, bijvoorbeeld een declaratie per product of periode, en stuur de delen.',
]
const schema: Raad = [
  'De ontvanger leest het bericht of de envelop anders dan het schema zegt, of het bericht is onderweg beschadigd.',
  'Vergelijk het bericht met het schema. Klopt het, meld het dan de ontvanger; anders verbetert u het en stuurt u een nieuw bericht.',
]
const nummer: Raad = [
  'Dit referentienummer is bij de ontvanger al eens gebruikt, of hij kent het nummer niet waarop dit antwoordt.',
  'Vraag de ontvanger of hij het bericht al heeft. Zo ja, dan is er niets te doen.',
]
const versie: Raad = [
  'De versie van het bericht of het programma in de envelop is bij de ontvanger niet bekend.',
  'Vraag de ontvanger welke versie hij verwacht.',
]

const perCode: Record<string, Raad> = {
  IB001: schema,
  IB002: toegang,
  IB003: teGroot,
  IB004: toegang,
  IB005: adressering,
  IB006: toegang,
  IB007: toegang,
  IB008: toegang,
  IB009: toegang,
  IB010: adressering,
  IB011: adressering,
  IB012: teGroot,
  IB013: ['In het bericht is een virus gevonden.', 'Meld het de beheerder. Controleer de computer waar het bericht vandaan komt.'],
  IB014: schema,
  IB015: ['Er staan persoonsgegevens in het bericht die er niet in mogen.', 'Haal die gegevens eruit en stuur een nieuw bericht.'],
  IB016: nummer,
  IB017: versie,
  IB018: versie,
  IB019: nummer,
  IB020: nummer,
  IB021: nummer,
  IB022: nummer,
  IB023: toegang,
  IB210: adressering,
  IB213: toegang,
  StUF055: schema,
}

const onbekend: Raad = [
  'De ontvanger kan het bericht niet verwerken.',
  'Zoek de code op bij het knooppunt of vraag de ontvanger wat er mis is. Stuur het bericht daarna opnieuw.',
]

/** Oorzaak en volgende stap. */
export const watNuBij = (code: string): Raad => perCode[code] ?? onbekend
