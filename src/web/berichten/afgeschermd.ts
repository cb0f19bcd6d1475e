/** Of er een afgeschermd burgerservicenummer in staat: alleen dan is er iets te tonen. */
export const heeftAfgeschermd = (tekst: string): boolean => /\*{7}\d{2}/.test(tekst)
