import type { Catalogus, CatalogusInhoud } from '#core/catalogus/vorm.ts'

const inhoud: CatalogusInhoud = {
  catalogus: {
    id: 'eiland',
    versie: '2026-01',
    naam: 'Eiland',
    omschrijving: 'Verzonnen.',
    bronnen: [{ document: 'bron', titel: 'De bron', bestand: 'bron/bron.txt' }],
    productvolgorde: ['ZACHT', 'STERK'],
  },
  gemeenten: [
    { naam: 'Noordkaap', code: null },
    { naam: 'Zuidkaap', code: null },
  ],
  themas: { duur: { titel: 'Duur' }, dag: { titel: 'De dag', uitleg: 'Hoe de dag verloopt.' }, leeg: { titel: 'Niets' } },
  producten: {
    ZACHT: {
      naam: 'Zachte hulp',
      familie: 'alleen',
      eenheid: 'uur',
      bekostiging: null,
      iwmoCode: null,
      kort: 'Voor kleine dingen.',
      uitspraken: [{ eis: 'E-ZA-01', soort: 'criterium', tekst: 'Er is hulp nodig.', werkt: ['advies'], als: { hulp: 'ja' } }],
    },
    STERK: {
      naam: 'Sterke hulp',
      familie: 'alleen',
      eenheid: 'uur',
      bekostiging: null,
      iwmoCode: null,
      kort: 'Voor grote dingen.',
      uitspraken: [{ eis: 'E-ST-01', soort: 'criterium', tekst: 'De last is zwaar.', werkt: ['advies'], als: { zwaarte: 'zwaar' } }],
    },
  },
  vragen: {
    maanden: {
      soort: 'getal',
      thema: 'duur',
      tekst: 'Hoe lang is hulp nodig?',
      kort: 'verwachte duur',
      eisen: [],
      min: 0,
      decimalen: 1,
      eenheid: 'maanden',
    },
    lang: { soort: 'janee', thema: 'duur', tekst: 'Is hulp lang nodig?', eisen: ['E-ZA-01'], bepaaldDoor: { vraag: 'maanden', vanaf: 6 } },
    hulp: {
      soort: 'janee',
      thema: 'dag',
      tekst: 'Is er hulp nodig?',
      kort: 'hulp nodig',
      eisen: ['E-ZA-01'],
      waarom: 'Zonder hulp past er niets.',
    },
    soorten: {
      soort: 'meerkeuze',
      thema: 'dag',
      tekst: 'Waarbij?',
      eisen: ['E-ST-01'],
      waarden: { koken: 'koken', buiten_lopen: 'buiten lopen' },
    },
    tempo: { soort: 'keuze', thema: 'dag', tekst: 'Hoe snel?', eisen: [], waarden: ['heel_snel', 'langzaam'] },
  },
  instellingen: {
    grens: {
      amb: 'AMB-01',
      titel: 'Vanaf hoeveel soorten zwaar',
      eisen: ['E-ST-01'],
      standaard: 2,
      vrij: 'getal',
      werkt: ['advies'],
      lezingen: [
        { waarde: 1, tekst: 'bij één' },
        { waarde: 2, tekst: 'bij twee' },
      ],
    },
    elders: {
      amb: 'AMB-02',
      titel: 'Iets anders',
      eisen: [],
      standaard: 'ja',
      werkt: ['declaratie'],
      lezingen: [{ waarde: 'ja', tekst: 'ja' }],
    },
  },
  afgeleid: {
    zwaarte: {
      tekst: 'Hoe zwaar de last is',
      waarden: ['zwaar', 'licht'],
      overschrijfbaar: 'met_motivering',
      rijen: [{ dan: 'zwaar', als: { soorten: { minstens: { instelling: 'grens' } } }, eisen: ['E-ST-01'] }, { dan: 'licht' }],
    },
    breed: { tekst: 'Breed', rijen: [{ dan: 'ja', als: { alle: [{ zwaarte: 'zwaar' }, { definitie: 'blijvend' }] } }, { dan: 'nee' }] },
  },
  definities: { blijvend: { niet: { lang: 'nee' } } },
  gronden: { GEEN_HULP: { tekst: 'Er is geen hulp nodig.', vervolg: 'Wijs op het buurthuis.' } },
  tabellen: {
    hoofd: {
      titel: 'Hulp',
      vraagvolgorde: ['hulp', 'soorten'],
      rijen: [
        { rij: 'R1', als: { hulp: 'nee' }, dan: { geen: 'GEEN_HULP' }, eisen: ['E-ZA-01'], tekst: 'Zonder hulpvraag past geen product.' },
        { rij: 'R2', als: { zwaarte: 'zwaar' }, dan: { product: 'STERK' }, eisen: ['E-ST-01'], tekst: 'De last is zwaar.' },
        { rij: 'R3', dan: { product: 'ZACHT' }, eisen: ['E-ZA-01'], tekst: 'De last is licht.' },
      ],
      waarschuwingen: [{ code: 'SNEL', als: { tempo: 'heel_snel' }, eis: 'E-ZA-01', tekst: 'Snel is niet altijd goed.' }],
    },
  },
  stapeling: { volgorde: ['ZACHT', 'STERK'] },
  vignetten: [
    {
      id: 'V01',
      titel: 'Koken',
      situatie: 'Iemand kan niet koken.',
      antwoorden: { hulp: 'ja', soorten: ['koken'] },
      verwacht: { hoofd: { uitkomst: 'product', product: 'ZACHT', rij: 'R3' } },
      waarom: 'Eén soort is licht.',
      eisen: ['E-ZA-01'],
    },
  ],
}

/** Een verzonnen catalogus met elke soort vraag, een afgeleide waarde en een instelling. */
export const proefcatalogus = (): Catalogus => ({ ...inhoud, hash: 'f'.repeat(64), geldigVan: '2026-01-01', bronteksten: {} })
