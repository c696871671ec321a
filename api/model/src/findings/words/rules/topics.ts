import { listed, type TextRule } from './rule.ts';

/** Maintained topics: what goes wrong again and again, by the words people use. New terms are proposed by what is discovered beside them. */
export const topics: readonly TextRule[] = [
  {
    code: 'not_received',
    label: { en: 'Not received', zh: '没收到货' },
    means: { en: 'It has not come, or was lost.', zh: '一直没到，或已丢失。' },
    marks: {
      zh: listed('没收到,未收到,没送到,还没到,丢件,丢了,没到货'),
      en: listed('never arriv,not received,has not arrived,not arrive,not come,lost,not here'),
      pt: listed('nao recebi,nao chegou,nao foi entregue,nao entreg,extravi,nao veio,ainda nao'),
    },
  },
  {
    code: 'late',
    label: { en: 'Late', zh: '晚到' },
    means: { en: 'It came after the promised day, or took long.', zh: '超过承诺时间，或等了很久。' },
    marks: {
      zh: listed('晚到,太慢,送得慢,等了,超过承诺,日期过了,延迟,好几天,晚了'),
      en: listed('late,delay,took more than,too long,past the promised,slow'),
      pt: listed('atras,demor,fora do prazo,depois do prazo,passou do prazo'),
    },
  },
  {
    code: 'damaged',
    label: { en: 'Damaged', zh: '破损' },
    means: { en: 'It arrived broken, crushed or scratched.', zh: '到手时破损、压坏或有划痕。' },
    marks: {
      zh: listed('破损,压扁,碎了,裂了,划痕,箱也破,磕碰,漏液'),
      en: listed('crushed,cracked,scratched,damaged,broken inside,arrived broken,item inside is broken'),
      pt: listed('amassad,riscad,danificad,avariad,veio quebrad,chegou quebrad'),
    },
  },
  {
    code: 'defect',
    label: { en: 'Does not work', zh: '质量故障' },
    means: { en: 'It broke or never worked.', zh: '用坏了，或不能用。' },
    marks: {
      zh: listed('坏了,开不了机,不能用,没反应,异响,变形,掉色,起球,质量差,质量不好,质量太差'),
      en: listed('broke after,stopped working,faulty,defect,not work,nothing happens,strange noise'),
      pt: listed('defeito,nao funciona,parou de funcionar,pessima qualidade,ma qualidade,quebrou'),
    },
  },
  {
    code: 'not_as_described',
    label: { en: 'Not as described', zh: '与描述不符' },
    means: { en: 'It is not what the page says.', zh: '与页面所写、所拍不一致。' },
    marks: {
      zh: listed('不符,不一样,差得太多,差太多,对不上,色差,和图片完全两样,描述里没说,宣传的,货不对版'),
      en: listed('not match,nothing like,not what the page,not the material,not as described,does not mention'),
      pt: listed('diferente d,nao condiz,nao e o mesmo,propaganda enganosa,nao corresponde'),
    },
  },
  {
    code: 'wrong_or_missing',
    label: { en: 'Wrong or incomplete', zh: '错发少发' },
    means: { en: 'Another item, or not all of them.', zh: '发错款，或数量不全。' },
    marks: {
      zh: listed('发错,少发,少了,不是我买的,型号不对,漏发'),
      en: listed('wrong model,wrong item,wrong size,missing,another item'),
      pt: listed(
        'produto errad,veio errad,faltando,faltou,incomplet,apenas um,so recebi,recebi somente,recebi apenas,outro produto',
      ),
    },
  },
  {
    code: 'refund',
    label: { en: 'Refund and return', zh: '退款退货' },
    means: { en: 'Money back or goods back is slow or refused.', zh: '退款、退货慢或被拒。' },
    marks: {
      zh: listed('退款,退货,还没退,退钱'),
      en: listed('refund,return,money back'),
      pt: listed('reembols,devol,estorno,dinheiro de volta,cancel'),
    },
  },
  {
    code: 'no_answer',
    label: { en: 'Nobody answers', zh: '无人理会' },
    means: { en: 'The shop does not answer, or passes the buck.', zh: '不回复，或互相推诿。' },
    marks: {
      zh: listed('不理人,没人管,互相推,不回复,没人理,催了也没用,态度差,态度很差'),
      en: listed('nobody took care,no answer,no reply,never answer,ignored,rude'),
      pt: listed('nao respond,sem resposta,ninguem,nao consigo contato,descaso,falta de respeito'),
    },
  },
  {
    code: 'counterfeit',
    label: { en: 'Counterfeit', zh: '假货' },
    means: { en: 'It is taken for a fake.', zh: '怀疑是假货。' },
    marks: {
      zh: listed('假货,假的,山寨,冒牌,不是正品,盗版'),
      en: listed('fake,counterfeit,not genuine,not original'),
      pt: listed('falsific,falso,nao e original,pirat,replica'),
    },
  },
];
