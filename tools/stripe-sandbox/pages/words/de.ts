import type { Words } from "./en";

export const de: Words = {
  banner: "Testumgebung: kein echtes Geld", payTo: "An {shop} zahlen", total: "Gesamt", summary: "Ihre Bestellung", quantity: "Menge: {n}", each: "je {price}", email: "E-Mail",
  card: "Karte", number: "Kartennummer", expiry: "Gültig bis (MM / JJ)", cvc: "Prüfnummer (CVC)", name: "Name auf der Karte", country: "Land oder Region",
  pay: "{amount} bezahlen", back: "Zurück zum Shop", tests: "Testkarten: zum Ausfüllen auswählen", hint: "Jedes künftige Datum und jede Prüfnummer ist recht. Geben Sie hier nie eine echte Karte ein.",
  cardSucceeds: "wird bezahlt", cardDeclined: "wird abgelehnt", cardNoFunds: "ist nicht gedeckt", cardExpired: "ist abgelaufen", cardWrongCvc: "hat eine falsche Prüfnummer",
  problem: "Die Zahlung ist nicht gelungen", card_declined: "Ihre Karte wurde abgelehnt. Bitte versuchen Sie es mit einer anderen.", insufficient_funds: "Ihre Karte ist nicht gedeckt. Bitte versuchen Sie es mit einer anderen.",
  expired_card: "Ihre Karte ist abgelaufen. Bitte versuchen Sie es mit einer anderen.", incorrect_cvc: "Die Prüfnummer ist falsch.", processing_error: "Beim Verarbeiten Ihrer Karte ist ein Fehler aufgetreten. Bitte versuchen Sie es gleich noch einmal.",
  incorrect_number: "Das ist keine der Testnummern.", invalid_expiry: "Geben Sie einen künftigen Monat mit Jahr ein, etwa 12 / 34.", invalid_cvc: "Geben Sie die 3 oder 4 Ziffern der Prüfnummer ein.",
  missing_name: "Geben Sie den Namen auf der Karte ein.", invalid_email: "Geben Sie eine gültige E-Mail-Adresse ein.", invalid_country: "Wählen Sie ein Land oder eine Region.",
  expiredTitle: "Diese Zahlungsseite ist abgelaufen", expiredText: "Es wurde nichts abgebucht. Gehen Sie zurück zum Shop und beginnen Sie neu.",
  paidTitle: "Schon bezahlt", paidText: "Diese Bestellung ist bezahlt. Es wird nicht zweimal abgebucht.", onward: "Weiter zu Ihrer Bestellung",
  missingTitle: "Diese Zahlungsseite gibt es nicht", missingText: "Prüfen Sie die Adresse oder gehen Sie zurück zum Shop.",
};
