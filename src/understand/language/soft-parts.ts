/**
 * Words that stand inside longer names ("major projects", "office of statistics") but name nothing by themselves: left
 * over alone, they do not keep a question from being answered. Kept apart from soft-en.ts, whose words occur in no
 * name at all. Also the pinyin of such words.
 */
export const SOFT_PARTS: ReadonlySet<string> = new Set(
  `above account action add adding adds advanced advantageous ago ahead along alternative annual annually apart
  arrival before behind begun beyond board body branch break breaking broke broken capable central chief chinese completion
  confidence cover coverage day deal deals design designed designated develop develops developed develope developement direct each
  earlier early equipment equipments establish established expect expected far fast few field fields flagship flat focus
  focused focusing force forces formation front full general giant government grand ground group head hold home idea initial
  introduction join joint key kind large last leap left legacy length level line lines little long main major making mapped
  mark mid middle modern modernisation modernization move moved municipal newer next offering office open opening
  order outcome overall part parts party peer peers pile pillar point pool preparing priority provincial put putting quality
  quicker real reality record reform reforms relative republic rest right role round route run runs see seaside sea set
  setting shape side single sized sort          
    coastal coast speed spot stage stay step strategic strategically strong structure style support supported supporting supports system
  team tier tiers together total track turbine turbines use used uses using user via volume way ways win work worked working
  works would won year years threshold branches three two four five six seven eight nine ten eleven
   digitalise digitalising digitise digitising digitize digitizing whole entire
 
  leiji zong zongji quannian shoupi diyipi duoshao jige qingkuang mubiao yuan`.split(/\s+/),
)
