import type { Words } from "./en";

export const id: Words = {
  banner: "Lingkungan uji coba: bukan uang sungguhan", payTo: "Bayar ke {shop}", total: "Total", summary: "Pesanan Anda", quantity: "Jumlah: {n}", each: "{price} per buah", email: "Email",
  card: "Kartu", number: "Nomor kartu", expiry: "Masa berlaku (BB / TT)", cvc: "Kode keamanan (CVC)", name: "Nama pada kartu", country: "Negara atau wilayah",
  pay: "Bayar {amount}", back: "Kembali ke toko", tests: "Kartu uji: pilih untuk mengisi", hint: "Tanggal mendatang dan kode apa pun bisa dipakai. Jangan pernah mengetik kartu asli di sini.",
  cardSucceeds: "berhasil dibayar", cardDeclined: "ditolak", cardNoFunds: "saldo tidak cukup", cardExpired: "kedaluwarsa", cardWrongCvc: "kode keamanan salah",
  problem: "Pembayaran tidak berhasil", card_declined: "Kartu Anda ditolak. Silakan coba kartu lain.", insufficient_funds: "Saldo kartu Anda tidak cukup. Silakan coba kartu lain.",
  expired_card: "Kartu Anda sudah kedaluwarsa. Silakan coba kartu lain.", incorrect_cvc: "Kode keamanan salah.", processing_error: "Terjadi kesalahan saat memproses kartu Anda. Silakan coba lagi sebentar lagi.",
  incorrect_number: "Ini bukan nomor kartu uji.", invalid_expiry: "Masukkan bulan dan tahun mendatang, misalnya 12 / 34.", invalid_cvc: "Masukkan 3 atau 4 angka kode keamanan.",
  missing_name: "Masukkan nama pada kartu.", invalid_email: "Masukkan alamat email yang valid.", invalid_country: "Pilih negara atau wilayah.",
  expiredTitle: "Halaman pembayaran ini sudah kedaluwarsa", expiredText: "Tidak ada biaya yang ditagih. Kembali ke toko untuk memulai lagi.",
  paidTitle: "Sudah dibayar", paidText: "Pesanan ini sudah dibayar. Anda tidak akan ditagih dua kali.", onward: "Lanjut ke pesanan Anda",
  missingTitle: "Halaman pembayaran ini tidak ada", missingText: "Periksa alamatnya atau kembali ke toko.",
};
