import { listed, type TextRule } from './rule.ts';

/** What buyers judge. A text may speak of several. Kept by hand: change a list, raise RULES in rules/match.ts, and texts are read again. */
export const aspects: readonly TextRule[] = [
  {
    code: 'product',
    label: { en: 'Product', zh: '商品' },
    means: {
      en: 'The goods themselves: quality, function, looks, fit, taste.',
      zh: '商品本身：质量、功能、外观、尺码、口味。',
    },
    marks: {
      zh: listed(
        '质量,做工,材质,面料,手感,开不了机,不能用,坏了,掉色,起球,变形,异味,刺鼻,味道,尺码,合身,舒服,好用,耐用,划痕,线头,瑕疵,噪音,异响,屏幕,电池,清晰,口感,好吃,新鲜,过期,内容,印刷,房间,干净,卫生,东西好,东西不错,说明书',
      ),
      en: listed(
        'qualit,broke,broken,defect,faulty,scratch,fabric,material,comfort,works,stopped working,battery,screen,size,fit,taste,smell,noise,manual,durable,well made',
      ),
      pt: listed(
        'qualidade,defeito,quebrad,funciona,material,tecido,tamanho,confort,bateria,tela,cheiro,riscad,acabamento,bonit,lind,resistente,produto bom,produto otimo,produto excelente,otimo produto,bom produto,excelente produto',
      ),
    },
  },
  {
    code: 'delivery',
    label: { en: 'Delivery', zh: '配送时效' },
    means: {
      en: 'Whether and when it came: speed, promise kept, tracking.',
      zh: '到没到、何时到：速度、承诺是否兑现、物流信息。',
    },
    marks: {
      zh: listed(
        '物流,快递,送货,发货,到货,配送,派送,没收到,未收到,没送到,还没到,晚到,延迟,超时,很快就到,速度快,送得慢,太慢,等了,承诺的日期,承诺时间,运输中,丢件,丢了,几天才',
      ),
      en: listed(
        'deliver,arriv,shipping,shipped,late,delay,tracking,parcel,fast,slow,promised day,never came,not received,days late,too late',
      ),
      pt: listed(
        'entreg,prazo,chegou,chegar,atras,demor,nao recebi,nao chegou,rastre,correio,transport,rapid,envio,enviad,antes do prazo,frete',
      ),
    },
  },
  {
    code: 'courier',
    label: { en: 'Courier', zh: '快递员' },
    means: { en: 'The person at the door: manner, place of hand-over.', zh: '上门的人：态度、放置地点。' },
    marks: {
      zh: listed(
        '快递员,快递小哥,快递哥,派件员,送货员,配送员,派件的人,送货师傅,送上楼,送货上门,放错了驿站,放驿站,不送上门,骑手',
      ),
      en: listed('courier,driver,delivery man,postman,to the door,left it at'),
      pt: listed('entregador,motoboy,carteiro,motorista'),
    },
  },
  {
    code: 'service',
    label: { en: 'Service', zh: '客服与售后' },
    means: {
      en: 'Answers, refunds, returns, how a problem was dealt with.',
      zh: '答复、退款、退换货，以及问题如何处理。',
    },
    marks: {
      zh: listed('客服,售后,服务,退货,退款,换货,态度,不理人,互相推,没人管,回复,补发,补偿,赔,投诉,维修,发票'),
      en: listed(
        'service,support,refund,return,reply,replied,answer,nobody took care,complain,warranty,rude,staff,agent,exchange',
      ),
      pt: listed(
        'atendimento,suporte,reembols,devol,troca,respost,respond,reclam,contato,estorno,garantia,nota fiscal,pos venda',
      ),
    },
  },
  {
    code: 'packaging',
    label: { en: 'Packaging', zh: '包装' },
    means: { en: 'Box and protection, and what came damaged for lack of it.', zh: '箱子与防护，以及因此造成的破损。' },
    marks: {
      zh: listed('包装,箱子,盒子,外箱,纸箱,压扁,破损,碎了,漏了,严实,泡沫,封口,磕碰,外壳裂'),
      en: listed('packag,packed,box,crushed,wrapp,bubble,cracked,damaged'),
      pt: listed('embalag,embalad,caixa,amassad,lacrad,plastico bolha,danificad,avariad'),
    },
  },
  {
    code: 'price',
    label: { en: 'Price', zh: '价格' },
    means: { en: 'Whether it is worth its money; offers.', zh: '是否物有所值；优惠活动。' },
    marks: {
      zh: listed('价格,价钱,便宜,贵,性价比,划算,实惠,物超所值,优惠,活动价,降价,值得,不值,差价'),
      en: listed('price,expensive,cheap,worth,value for,bargain,discount,money'),
      pt: listed('preco,caro,cara,barat,custo beneficio,vale a pena,valor,desconto,promocao'),
    },
  },
  {
    code: 'truth',
    label: { en: 'Truth of description', zh: '描述相符' },
    means: {
      en: 'Whether it is what the page promised: right item, colour, size, genuine.',
      zh: '是否与页面相符：货对版、颜色、尺寸、正品。',
    },
    marks: {
      zh: listed(
        '描述,图片,实物,色差,不符,不一样,宣传,假货,正品,假的,山寨,冒牌,发错,少发,少了一件,型号不对,对不上,货不对版,被骗,两样',
      ),
      en: listed(
        'descri,picture,photo,as shown,not match,fake,genuine,counterfeit,wrong item,wrong model,wrong size,missing,not what,advertis,promises',
      ),
      pt: listed(
        'descri,foto,anunci,diferente,errad,falsific,original,falta,faltando,faltou,incomplet,conforme,nao condiz,outro produto,enganad',
      ),
    },
  },
];
