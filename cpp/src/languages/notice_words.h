/// The words that identify notices (about cookies, rights, confidentiality, ...) in web pages and mails. They are used
/// in all languages at once, since many pages in other languages carry an English notice.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tersely {

/// The topics of notices, as bits.
namespace topic {
enum : std::uint32_t {
  reader = 1,       // "you", "we": addresses the reader
  cookie = 1 << 1,  // up to `rights`: subjects of a site's notices
  newsletter = 1 << 2,
  comment = 1 << 3,
  rights = 1 << 4,
  site = 1 << 5,  // up to `rule`: what such a notice says about its subject
  consent = 1 << 6,
  privacy = 1 << 7,
  subscription = 1 << 8,
  rule = 1 << 9,
  secret = 1 << 10,  // up to `mail`: parts of a confidentiality notice
  recipient = 1 << 11,
  sender = 1 << 12,
  deletion = 1 << 13,
  mail = 1 << 14,
  printing = 1 << 15,
  photo = 1 << 16,  // begins credits and captions
  archive = 1 << 17,
  agency = 1 << 18,  // who took the picture
  device = 1 << 19,  // "Sent from my phone"
  changelog = 1 << 20,
  licence = 1 << 21,
  encryption = 1 << 22,  // what chat programs say, up to `omission`
  omission = 1 << 23,
  project = 1 << 24,  // titles of sections about the project of a README
  market_data = 1 << 25,
  pictured = 1 << 26,   // what captions say
  read_more = 1 << 27,  // follows teasers
  about = 1 << 28,      // begins the title of a section in which a site or a company describes itself
  any = (1 << 29) - 1,
};
}  // namespace topic

/// Beginnings of folded words, separated by spaces. `_` stands for a space, and `$` marks a whole word. In scripts
/// without spaces they match anywhere.
struct NoticeWords {
  std::uint32_t topic;
  std::string_view stems;
};

inline constexpr std::array<NoticeWords, 29> notice_words = {{
    {topic::reader,
     "you$ your$ yours$ we$ us$ our$ wir$ uns$ unser$ unsere$ unserer$ unseren$ unserem$ sie$ ihr$ ihre$ ihrer$ ihren$ "
     "ihrem$ ihnen$ du$ dein$ deine$ deiner$ deinen$ dich$ euch$ vous$ votre$ vos$ nous$ notre$ nos$ usted$ ustedes$ "
     "nosotros$ nuestro$ nuestra$ nuestros$ nuestras$ tu$ tus$ você$ vocês$ nosso$ nossa$ nossos$ nossas$ seu$ sua$ "
     "voi$ vostro$ vostra$ nostro$ nostra$ nostri$ nostre$ tuo$ tua$ je$ jouw$ jullie$ uw$ wij$ ons$ onze$ vi$ vår$ "
     "vårt$ våra$ våre$ vores$ dig$ din$ ditt$ dina$ dine$ deg$ dere$ twoj twój$ nasz państw pani$ nás$ náš$ naš "
     "vás$ váš$ vaš vám$ vam$ meidän$ sinun$ teidän$ ön$ az_ön biz$ bizim$ siz$ sizin$ noastr nostru$ "
     "dumneavoastr мы$ нас$ наш вы$ вас$ вам$ ваш ви$ вам$ ми$ εσεις$ μας$ σας$ kami$ anda$ kita$ chúng_tôi bạn$ "
     "نحن$ أنت$ موقعنا بريدك أنتم$ हम$ आप$ आपके$ हमारी$ हमारे$ 我们 我們 您 あなた お客様 当サイト 当社 弊社 皆様 당신 "
     "저희 귀하 우리 user$ users$ nutzer usuári usuario utilisateur utenti$ gebruiker användare brugere "
     "użytkownik пользовател користувач"},
    {topic::cookie,
     "cookie cookies coockie tracker$ ciasteczk куки cookie-файл файлы_cookie печиво μπισκότα クッキー "
     "쿠키 ملفات_تعريف_الارتباط कुकी คุกกี้"},
    {topic::newsletter,
     "newsletter receiving_this_email receiving_this_e-mail received_this_email received_this_e-mail news-letter "
     "rundbrief infobrief infolettre lettre_d'info lettre_d'information boletín_ boletines_ "
     "boletim_ nieuwsbrief nyhetsbrev nyhedsbrev uutiskirje biuletyn zpravodaj_ newsletteru hírlevél bülten рассылк "
     "розсилк бюлетин ενημερωτικ inbox$ posteingang boîte_mail boîte_de_réception bandeja_de_entrada caixa_de_entrada "
     "casella_di_posta mailinglist メルマガ メールマガジン ニュースレター 뉴스레터 邮件订阅 電子報 电子报 نشرتنا "
     "النشرة_البريدية "
     "न्यूज़लेटर buletin bản_tin"},
    {topic::comment,
     "comments$ commenting$ commenter kommentar kommentier leserbrief commentaire comentari comentári "
     "commenti$ commento$ reactie reacties kommentti kommentit komentarz komentář hozzászól yorum комментари коментар "
     "σχόλι コメント 评论 評論 댓글 تعليق تعليقات टिप्पण komentar bình_luận"},
    {topic::rights,
     "all_rights_reserved rights_reserved alle_rechte_vorbehalten tous_droits_réservés todos_los_derechos_reservados "
     "derechos_reservados todos_os_direitos_reservados direitos_reservados tutti_i_diritti diritti_riservati "
     "alle_rechten_voorbehouden alla_rättigheter alle_rettigheder alle_rettigheter kaikki_oikeudet wszelkie_prawa "
     "wszystkie_prawa všechna_práva minden_jog tüm_hakları все_права_защищены усі_права всі_права toate_drepturile "
     "με_επιφύλαξη 無断転載 無断複製 版权所有 版權所有 无断 저작권자 무단전재 جميع_الحقوق_محفوظة सर्वाधिकार hak_cipta"},
    {topic::site,
     "website websites webseite internetseite site$ sites$ browser navigateur navegador navegação navegación sitio$ "
     "sito$ webbplats webside hjemmeside nettsted sivusto strona$ stronie$ strony$ stronę$ witryn přeglądark přohlížeč "
     "stránk weboldal böngész "
     "sitesi$ tarayıcı сайт браузер вебсайт ιστότοπ ιστοσελίδ javascript サイト ブラウザ 网站 網站 浏览器 瀏覽器 "
     "웹사이트 "
     "브라우저 사이트 موقع المتصفح वेबसाइट ब्राउज़र situs trang_web appareil$ device$ endgerät werbung$ publicité$ "
     "adblock "
     "ad_blocker"},
    {topic::consent,
     "accept agree consent akzeptier zustimm einverstanden einwillig stimmen_sie accepte acepta aceptar aceita aceitar "
     "concord accett acconsent consenso consentement consentimi akkoord toestemming accepter godkänn godta samtyck "
     "hyväksy zgod akceptu souhlas elfogad hozzájárul kabul соглаша соглас погодж погоджу αποδέχ συμφων 同意 承諾 동의 "
     "توافق موافق सहमत setuju đồng_ý opt_out opt-out"},
    {topic::privacy,
     "privacy datenschutz confidentialité privacidad privacidade privatlivs personvern integritetspolicy tietosuoj "
     "prywatnoś soukrom adatvédel gizlilik конфиденциальности конфіденційності απορρήτου プライバシー 隐私 隱私 "
     "개인정보 "
     "الخصوصية गोपनीयता privasi terms_of_use terms_of_service nutzungsbedingung conditions_d'utilisation "
     "conditions_générales términos_y_condiciones termos_de_uso condizioni_d'uso gebruiksvoorwaarden användarvillkor "
     "利用規約 使用条款"},
    {topic::subscription,
     "subscrib subscription sign_up signed_up signing_up register$ registering$ unsubscrib abonnier abonnent abmelden "
     "anmelden "
     "registrier abonne abonnez désabonn inscriv inscrire inscrivez désinscri suscrí suscrib suscrip regístr inscríb "
     "assine assinar inscreva cadastre iscriv iscriviti abbonat abonneer aanmeld inschrijf schrijf_je meld_je prenumer "
     "anmäl tilmeld meld_deg abonner tilaa$ liity$ zapisz zasubskryb subskryb přihlas odebír odběr feliratk iratkoz "
     "abone_ol kaydol подпис підпис εγγραφ abonați abonează 登録 購読 订阅 訂閱 注册 구독 가입 اشترك सब्सक्राइब सदस्यता "
     "berlangganan daftar$ đăng_ký"},
    {topic::rule,
     "moderated$ moderator moderation moderates$ moderier modéré modérat moderad modereer moderera модератор модерац "
     "abusiv profan profanity offensive$ "
     "guidelines house_rules community_rules community_guidelines netiquette netikett logged_in log_in$ beleidig "
     "injurieux respeit respet reserves_the_right reserve_the_right behalten_uns_vor behält_sich "
     "réserve_le_droit reserva_el_derecho reserva_o_direito riserva_il_diritto оскорбл "
     "誹謗 中傷 削除 违规 违法 욕설 비방 مسيئة अभद्र"},
    {topic::secret,
     "confidential confidentiality privileged$ vertraulich confidentiel confidencial riservat confidenzial "
     "vertrouwelijk konfident konfidens fortroli luottamuksel poufn důvěrn dôvern bizalmas gizli$ gizlidir "
     "конфиденциальн конфіденційн поверител εμπιστευτικ confidenți rahasia bảo_mật 機密 秘密 保密 机密 기밀 비밀 سري "
     "سرية "
     "गोपनीय"},
    {topic::recipient,
     "intended$ recipient addressee empfänger adressat destinataire destinatari destinatár geadresseerde ontvanger "
     "mottagar mottaker modtager vastaanottaj adresata adresat odbiorc příjemc príjemc címzett alıcı получател адресат "
     "одержувач παραλήπτ destinatar penerima người_nhận 受信者 宛先 受取人 収件人 收件人 수신인 수신자 المستلم "
     "المرسل_إليه प्राप्तकर्ता"},
    {topic::sender,
     "sender$ absender expéditeur remitente remetente mittente afzender avsändare avsender afsender lähettäj nadawc "
     "odesílatel odosielateľ feladó gönderen gönderici отправител відправник αποστολέ expeditor pengirim người_gửi "
     "送信者 差出人 发件人 寄件人 발신인 발신자 المرسل$ प्रेषक"},
    {topic::deletion,
     "delete$ destroy$ deleted$ löschen$ vernichten$ lösche détrui détruire supprim borre$ borrar$ elimine eliminar "
     "eliminare destruya destruir "
     "apagar$ apague cancell distrugg verwijder radera$ slett slet$ poista$ poistaa$ tuhoa usunię usuń zniszcz "
     "smaž vymaž odstraň töröl siliniz silin удалит уничтож видал знищ διαγράψ ștergeți hapus xóa 削除 破棄 删除 刪除 "
     "삭제 حذف मिटा"},
    {topic::mail,
     "e-mail email e-mails emails mail$ message attachment nachricht anhang anhänge courriel pièces_jointes correo "
     "mensaje mensagem adjunto anexo messaggio allegat bericht bijlage meddeland besked vedlegg viesti sähköpost liite "
     "wiadomoś załącznik zpráv príloh přílo üzenet melléklet ileti e-posta письм сообщени вложени лист$ повідомлен "
     "μήνυμα mesaj pesan thư メール 添付 邮件 郵件 附件 이메일 메일 البريد رسالة ईमेल संदेश"},
    {topic::printing,
     "before_printing printing_this print_this_e-mail print_this_email vor_dem_ausdruck ausdrucken$ "
     "avant_d'imprimer d'imprimer antes_de_imprimir prima_di_stampare afdrukt print_deze innan_du_skriver "
     "før_du_printer før_du_skriver tulosta wydruk tiskn nyomtat yazdırmadan распечат друкув 印刷する前 打印 인쇄"},
    {topic::photo,
     "photo$ photos$ photograph$ photographer$ foto$ fotos$ fotograf image$ images$ picture$ bild$ bilder$ imagen$ "
     "imagem$ immagine$ credit$ credits$ crédit$ crédito$ courtesy$ illustration$ zdjęcie$ fot$ kuva$ foto-_ fotó$ "
     "fotoğraf фото снимка φωτογραφία 写真 撮影 摄影 攝影 图片 사진 صورة$ الصورة$ तस्वीर ảnh$ gambar$"},
    {topic::archive,
     "file_photo file_picture file_image file_pic archivbild archivfoto archivaufnahme symbolbild symbolfoto "
     "photo_d'archive image_d'archive photo_d'illustration foto_de_archivo imagen_de_archivo foto_de_arquivo "
     "imagem_de_arquivo foto_d'archivio immagine_d'archivio immagine_di_repertorio archieffoto archiefbeeld arkivbild "
     "arkivfoto genrebild kuvituskuva arkistokuva zdjęcie_ilustracyjne zdjęcie_archiwalne ilustrační_foto "
     "ilustračné_foto illusztráció archív_fotó arşiv_fotoğraf архивное_фото фото_из_архива архівне_фото фото_з_архіву "
     "αρχείο_φωτο foto_arhiv fotografie_de_arhivă 資料写真 资料图 資料照 資料圖 자료사진 صورة_أرشيفية फाइल_फोटो "
     "ảnh_tư_liệu "
     "foto_arsip"},
    {topic::agency,
     "getty$ reuters$ afp$ epa$ epa-efe$ dpa$ ansa$ lusa$ tass$ xinhua$ shutterstock$ istock$ alamy$ "
     "imago$ picture_alliance unsplash$ pixabay$ pexels$ depositphotos$ ap_photo keystone$ belga$ anp$ ritzau$ "
     "scanpix$ bloomberg$ тасс$ 新华社 共同通信 時事通信 연합뉴스"},
    {topic::device,
     "sent_from_my sent_from_mail sent_from_outlook get_outlook_for von_meinem_iphone von_meinem_ipad "
     "von_meinem_handy von_meinem_smartphone von_meinem_samsung von_meinem_mobil von_unterwegs_gesendet envoyé_de_mon "
     "envoyé_depuis_mon enviado_desde_mi enviado_do_meu enviado_de_mi inviato_da_iphone inviato_dal_mio "
     "verzonden_vanaf "
     "verstuurd_vanaf skickat_från_min sendt_fra_min lähetetty_iphonesta wysłane_z_iphone wysłano_z odesláno_z "
     "odoslané_z elküldve_az iphone'umdan iphone'umdan_gönderildi отправлено_с надіслано_з στάλθηκε_από trimis_de_pe "
     "dikirim_dari gửi_từ iphoneから送信 発自我的 发自我的 從我的 나의_iphone에서 أرسلت_من"},
    {topic::changelog, "keep_a_changelog semantic_versioning all_notable_changes keepachangelog semver.org"},
    {topic::licence,
     "permission_is_hereby_granted the_software_is_provided licensed_under distributed_under_the released_under_the "
     "is_licensed lizenziert_unter steht_unter_der sous_licence bajo_la_licencia bajo_licencia sob_a_licença "
     "con_licenza sotto_licenza onder_de_licentie без_каких-либо_гарантий распространяется_под ライセンスの下 许可证 "
     "라이선스"},
    {topic::encryption,
     "end-to-end_encrypt end-to-end_verschlüssel ende-zu-ende-verschlüssel chiffrés_de_bout_en_bout "
     "chiffrement_de_bout_en_bout cifrados_de_extremo cifradas_de_extremo cifrado_de_extremo criptografia_de_ponta "
     "encriptadas_ponto-a-ponto encriptação_ponto-a-ponto crittografat crittografia_end-to-end end-to-end-versleutel "
     "versleuteld_met_end-to-end end-to-end-krypter totalsträckskrypter end-to-end-salatt päästä_päähän_salat "
     "szyfrowan end-to-end_šifrov koncovo_šifrov végpontok_közötti titkosít uçtan_uca_şifre criptate_integral "
     "сквозным_шифрованием сквозное_шифрование наскрізн_шифр зашифровано_наскрізн κρυπτογράφησ_από_άκρο "
     "terenkripsi_secara_end-to-end mã_hóa_đầu_cuối エンドツーエンド 端到端加密 端對端加密 종단간_암호화 "
     "مشفّرة_تمامًا مشفرة_تمام"},
    {topic::omission,
     "omitted$ weggelassen$ ausgelassen$ omis$ omise$ omises$ absente$ omitido$ omitida$ omitidos$ oculto$ oculta$ "
     "ocultado$ omesso$ omessa$ omessi$ weggelaten$ utelämna udeladt$ utelatt$ jätetty_pois pominięt vynechán "
     "kihagyva$ dahil_edilmedi без_медиа опущен пропущен omis_media omise_media 省略 已略去 생략 message_was_deleted "
     "deleted_this_message nachricht_wurde_gelöscht hast_diese_nachricht_gelöscht message_a_été_supprimé "
     "supprimé_ce_message eliminó_este_mensaje eliminaste_este_mensaje mensagem_foi_apagada mensagem_apagada "
     "apagou_esta_mensagem messaggio_è_stato_eliminato eliminato_questo_messaggio bericht_is_verwijderd "
     "сообщение_удалено удалили_это_сообщение повідомлення_видалено wiadomość_została_usunięta missed_voice_call "
     "missed_video_call verpasster_sprachanruf verpasster_videoanruf appel_vocal_manqué appel_vidéo_manqué "
     "llamada_perdida chamada_de_voz_perdida chamada_de_vídeo_perdida chiamata_vocale_persa videochiamata_persa "
     "gemiste_spraakoproep gemiste_video-oproep пропущенный"},
    {topic::project,
     "install build$ building$ compil download contribut licen sponsor donat fund backer support$ getting_help "
     "getting_support help$ author credit$ credits$ acknowledg thank special_thanks changelog change_log "
     "release_notes releases$ badge code_of_conduct security communit contact citation citing cite$ star_history "
     "translat table_of_contents contents$ toc$ maintainer governance test$ tests$ testing$ who_uses who's_using "
     "used_by "
     "testimonial installier lizenz mitwirk beitrag danksag spenden unterstützung herunterladen licence contribuer "
     "remerciement soutien télécharg instala licencia contribu agradecim patrocin descarg licença installazione "
     "licenza ringraziament contributi installatie licentie bijdrag installera licens bidra instalacja licencja "
     "установка лицензия вклад благодарност поддержка встановлення ліцензія kurulum lisans katkı 安装 安裝 许可 "
     "許可 贡献 貢獻 赞助 致谢 インストール ライセンス 貢献 スポンサー 謝辞 설치 라이선스 기여 후원 التثبيت "
     "الترخيص"},
    {topic::market_data,
     "data_provided quotes_provided quotes_delayed real-time_quotes market_data_by data_are_provided "
     "quotes_are_delayed implemented_by_ delayed_at_least kursdaten kurse_verzögert données_fournies_par "
     "datos_proporcionados_por dados_fornecidos_por dati_forniti_da"},
    {topic::pictured,
     "pictured$ seen_here shown_here pictured_here abgebildet$ im_bild$ hier_im_bild photographié photographiée "
     "fotografiado$ fotografiada$ fotografato$ fotografata$ nella_foto$ en_la_foto$ na_foto$ afgebeeld$ op_de_foto$ "
     "på_bilden$ på_billedet$ på_bildet$ kuvassa$ na_zdjęciu$ na_snímku$ на_фото$ на_снимке$ στη_φωτογραφία$"},
    {topic::read_more,
     "read_more$ read_on$ continue_reading$ weiterlesen$ mehr_lesen$ lire_la_suite$ en_savoir_plus$ leer_más$ "
     "sigue_leyendo$ leia_mais$ leggi_tutto$ leggi_di_più$ lees_verder$ lees_meer$ läs_mer$ les_mer$ læs_mere$ "
     "lue_lisää$ czytaj_dalej$ czytaj_więcej$ číst_dál$ devamını_oku$ читать_далее$ читати_далі$ 続きを読む 阅读全文 "
     "더_보기 اقرأ_المزيد$"},
    {topic::about,
     "about$ über$ à_propos$ a_propos$ acerca_de$ sobre$ informazioni_su$ profilo_di$ over$ om$ o_firmie$ "
     "o_společnosti$ "
     "о_компании$ о_фирме$ про_компанію$ σχετικά_με$ 关于 關於 نبذة_عن$ حول$"},
}};

}  // namespace tersely
