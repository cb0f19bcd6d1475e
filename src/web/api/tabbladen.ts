/** Tabbladen van dezelfde browser delen de sessie; zij vertellen elkaar dat iemand zich aan- of afmeldde. Er gaan geen gegevens mee. */
export type Tabbericht = 'aangemeld' | 'afgemeld'
const naam = 'meedoen.sessie'

export function vertelAnderen(bericht: Tabbericht): void {
  const kanaal = new BroadcastChannel(naam)
  kanaal.postMessage(bericht)
  kanaal.close()
}

/** Geeft een functie om te stoppen. */
export function luisterNaarAnderen(doe: (bericht: Tabbericht) => void): () => void {
  const kanaal = new BroadcastChannel(naam)
  kanaal.onmessage = (e: MessageEvent<Tabbericht>) => doe(e.data)
  return () => kanaal.close()
}
