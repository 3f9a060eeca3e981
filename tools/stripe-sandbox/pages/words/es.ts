import type { Words } from "./en";

export const es: Words = {
  banner: "Entorno de pruebas: no es dinero real", payTo: "Pagar a {shop}", total: "Total", summary: "Tu pedido", quantity: "Cantidad: {n}", each: "{price} por unidad", email: "Correo electrónico",
  card: "Tarjeta", number: "Número de tarjeta", expiry: "Caducidad (MM / AA)", cvc: "Código de seguridad (CVC)", name: "Nombre en la tarjeta", country: "País o región",
  pay: "Pagar {amount}", back: "Volver a la tienda", tests: "Tarjetas de prueba: elige una para rellenar", hint: "Sirve cualquier fecha futura y cualquier código. Nunca escribas aquí una tarjeta real.",
  cardSucceeds: "se cobra", cardDeclined: "se rechaza", cardNoFunds: "no tiene fondos suficientes", cardExpired: "está caducada", cardWrongCvc: "código de seguridad incorrecto",
  problem: "El pago no se ha realizado", card_declined: "Tu tarjeta ha sido rechazada. Prueba con otra.", insufficient_funds: "Tu tarjeta no tiene fondos suficientes. Prueba con otra.",
  expired_card: "Tu tarjeta está caducada. Prueba con otra.", incorrect_cvc: "El código de seguridad no es correcto.", processing_error: "Se ha producido un error al procesar la tarjeta. Inténtalo de nuevo dentro de un momento.",
  incorrect_number: "No es uno de los números de prueba.", invalid_expiry: "Escribe un mes y un año futuros, por ejemplo 12 / 34.", invalid_cvc: "Escribe los 3 o 4 dígitos del código de seguridad.",
  missing_name: "Escribe el nombre que figura en la tarjeta.", invalid_email: "Escribe un correo electrónico válido.", invalid_country: "Elige un país o una región.",
  expiredTitle: "Esta página de pago ha caducado", expiredText: "No se ha cobrado nada. Vuelve a la tienda para empezar de nuevo.",
  paidTitle: "Ya está pagado", paidText: "Este pedido ya se ha pagado. No se te cobrará dos veces.", onward: "Continuar a tu pedido",
  missingTitle: "Esta página de pago no existe", missingText: "Comprueba la dirección o vuelve a la tienda.",
};
