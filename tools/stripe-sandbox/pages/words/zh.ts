import type { Words } from "./en";

export const zh: Words = {
  banner: "沙盒环境：不会产生真实扣款", payTo: "向 {shop} 付款", total: "合计", summary: "您的订单", quantity: "数量 {n}", each: "单价 {price}", email: "电子邮箱",
  card: "银行卡", number: "卡号", expiry: "有效期（月 / 年）", cvc: "安全码（CVC）", name: "持卡人姓名", country: "国家或地区",
  pay: "支付 {amount}", back: "返回商店", tests: "测试卡：点选即可填入", hint: "任意未来日期和任意安全码均可。请勿在此输入真实卡号。",
  cardSucceeds: "付款成功", cardDeclined: "被拒绝", cardNoFunds: "余额不足", cardExpired: "已过期", cardWrongCvc: "安全码错误",
  problem: "付款未成功", card_declined: "您的银行卡被拒绝，请换一张卡重试。", insufficient_funds: "您的银行卡余额不足，请换一张卡重试。", expired_card: "您的银行卡已过期，请换一张卡重试。",
  incorrect_cvc: "安全码不正确。", processing_error: "处理银行卡时出错，请稍后重试。", incorrect_number: "这不是测试卡号。", invalid_expiry: "请输入未来的月份和年份，例如 12 / 34。",
  invalid_cvc: "请输入 3 位或 4 位安全码。", missing_name: "请输入持卡人姓名。", invalid_email: "请输入有效的电子邮箱地址。", invalid_country: "请选择国家或地区。",
  expiredTitle: "此付款页面已过期", expiredText: "未产生任何扣款。请返回商店重新开始。", paidTitle: "已付款", paidText: "此订单已付款，不会重复扣款。", onward: "查看您的订单",
  missingTitle: "没有这个付款页面", missingText: "请检查网址，或返回商店。",
};
