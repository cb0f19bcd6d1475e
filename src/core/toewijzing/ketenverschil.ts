/** Wat er tussen indicaties, toewijzingen en berichten niet kan kloppen, hoe dat komt en wat er dan te doen is. */
type Uitleg = { readonly titel: string; readonly uitleg: string; readonly doe: string }

export const ketenverschillen = {
  indicatie_zonder_toewijzing: {
    titel: 'Indicatie zonder toewijzing',
    uitleg: 'De indicatie loopt, maar er is geen aanbieder mee op weg.',
    doe: 'Wijs haar toe, of leg vast dat de opdracht buiten het berichtenverkeer ging.',
  },
  bericht_niet_verstuurd: {
    titel: 'Bericht niet verstuurd',
    uitleg: 'Het bericht staat langer dan een uur klaar, en is nog niet weg.',
    doe: 'Kijk of de verbinding werkt. Zo ja, vraag de beheerder om naar de wachtrij te kijken.',
  },
  geen_antwoord: {
    titel: 'Geen antwoord op ons bericht',
    uitleg: 'De aanbieder had binnen drie werkdagen een retourbericht moeten sturen (OP090).',
    doe: 'Bel de aanbieder. Heeft hij het bericht niet, verstuur het dan opnieuw.',
  },
  toewijzing_afgewezen: {
    titel: 'Toewijzing afgewezen',
    uitleg: 'De aanbieder keurde het bericht af; de toewijzing geldt niet.',
    doe: 'Open het bericht, herstel wat er mis is en wijs opnieuw toe.',
  },
  geen_start: {
    titel: 'Geen start gemeld',
    uitleg: 'De toewijzing is ingegaan, maar de aanbieder meldde geen start (OP271).',
    doe: 'Vraag de aanbieder of de hulp begonnen is.',
  },
  toewijzing_langer_dan_indicatie: {
    titel: 'Toewijzing loopt langer dan de indicatie',
    uitleg: 'De indicatie eindigt eerder dan de toewijzing bij de aanbieder.',
    doe: 'Wijs de indicatie opnieuw toe met de juiste laatste dag.',
  },
  levering_zonder_toewijzing: {
    titel: 'Start of stop zonder toewijzing',
    uitleg: 'De aanbieder meldde hulp bij een nummer dat nu niet (meer) geldt.',
    doe: 'Kijk of de toewijzing is ingetrokken, en vraag de aanbieder om de melding te verwijderen.',
  },
  declaratie_zonder_toewijzing: {
    titel: 'Declaratie zonder toewijzing',
    uitleg: 'Er is gedeclareerd op een nummer dat nu niet (meer) geldt.',
    doe: 'Zoek uit waarom de toewijzing vervallen is, en vraag zo nodig een creditering.',
  },
  antwoord_zonder_bericht: {
    titel: 'Antwoord op een onbekend bericht',
    uitleg: 'Er kwam een retourbericht op iets wat wij niet verstuurden.',
    doe: 'Vraag de aanbieder welk bericht hij bedoelt.',
  },
} as const satisfies Record<string, Uitleg>
export type Verschilsoort = keyof typeof ketenverschillen
export const verschilsoorten = Object.keys(ketenverschillen) as readonly Verschilsoort[]
