"""The style sheet, after the mockups' `secondread.css`. `@name;` stands for a colour of `theme.Tokens`."""

SHEET = """
QWidget { color: @ink; }
#window, #page, #inner { background: @paper; }
QScrollArea { border: 0; background: transparent; }
#head, #foot { background: @surface; }
#head { border-bottom: 1px solid @line; }
#foot { border-top: 1px solid @line; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: 28px; font-weight: 600; }
QLabel[role="section"] { font-size: 20px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="lead"] { font-size: 18px; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="small"] { font-size: 15px; color: @muted; }
QLabel[role="plain-small"] { font-size: 15px; }
QLabel[role="big"] { font-size: 40px; font-weight: 600; }
QLabel[role="count"] { font-size: 28px; font-weight: 600; }
QLabel[role="wrong"] { color: @bad; font-weight: 500; }
QLabel[role="brand"] { font-size: 17px; font-weight: 600; }
QLabel[role="call"] { color: @brand_strong; }

QFrame[role="card"] { background: @surface; border: 1px solid @line; border-radius: 12px; }
QFrame[role="card-live"] { background: @surface; border: 1px solid @brand; border-radius: 12px; }
QFrame[role="banner-plain"] { background: @surface; border: 1px solid @line; border-radius: 12px; }
QFrame[role="banner-note"] { background: @note_bg; border: 1px solid @note_edge; border-radius: 12px; }
QFrame[role="banner-ok"] { background: @ok_bg; border: 1px solid @ok_edge; border-radius: 12px; }
QFrame[role="banner-warn"] { background: @warn_bg; border: 1px solid @warn_edge; border-radius: 12px; }
QFrame[role="banner-bad"] { background: @bad_bg; border: 1px solid @bad_edge; border-radius: 12px; }
QFrame[role="rule"] { background: @line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[role="film"] { background: #05080b; border: 1px solid @line; border-radius: 12px; }
QFrame[role="film"] QLabel { color: #e9eff4; }

QPushButton { min-height: 42px; padding: 0 15px; border: 1px solid @line_strong; border-radius: 8px;
  background: @surface; color: @ink; font-weight: 600; }
QPushButton:hover { background: @brand_tint; }
QPushButton[kind="primary"] { background: @brand; border-color: @brand; color: @on_brand; padding: 0 23px; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { border-color: @ink; background: @brand; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: @brand_strong; padding: 0 7px;
  font-weight: 500; }
QPushButton[kind="link"] { background: transparent; border: 2px solid transparent; color: @brand_strong;
  padding: 0 2px; min-height: 28px; font-weight: 400; text-decoration: underline; text-align: left; }
QPushButton:checked { background: @brand_tint; border-color: @brand; color: @brand_strong; }
QPushButton:disabled { background: @disabled; border-color: @disabled; color: @disabled_ink; }
QPushButton[kind="quiet"]:disabled { background: transparent; border-color: transparent; }
QPushButton:focus { border: 3px solid @focus; padding: 0 13px; min-height: 38px; }
QPushButton[kind="primary"]:focus { border: 3px solid @focus; padding: 0 21px; }
QPushButton[kind="quiet"]:focus { border: 3px solid @focus; padding: 0 5px; }
QPushButton[tight="true"] { padding: 0 7px; }
QPushButton[tight="true"]:focus { padding: 0 5px; }
QPushButton[kind="link"]:focus { border: 2px solid @focus; padding: 0 2px; min-height: 28px; }
QPushButton[kind="card"] { text-align: left; border: 1px solid @line; border-radius: 12px; padding: 0; }
QPushButton[kind="card"]:checked { border: 2px solid @brand; background: @brand_tint; }
QPushButton[kind="card"]:focus { border: 3px solid @focus; padding: 0; }
QPushButton[kind="step"] { border: 0; background: transparent; padding: 0; min-height: 36px; }
QPushButton[kind="film"] { background: #16202a; border-color: #5b6b79; color: #e9eff4; }
QPushButton[kind="film"]:hover { background: #22303c; }
QPushButton[kind="film"]:checked { background: #15393d; border-color: #5cc7c0; color: #e9eff4; }
QPushButton[kind="film"]:focus { border: 3px solid #8db8ff; }

QLineEdit, QPlainTextEdit { background: @surface; border: 1px solid @line_strong; border-radius: 8px;
  selection-background-color: @brand; selection-color: @on_brand; }
QLineEdit { min-height: 42px; padding: 0 15px; }
QPlainTextEdit { padding: 6px 11px; }
QLineEdit[wrong="true"] { border: 2px solid @bad; padding: 0 14px; min-height: 40px; }
QPlainTextEdit[wrong="true"] { border: 2px solid @bad; padding: 5px 10px; }
QLineEdit:focus { border: 3px solid @focus; padding: 0 13px; min-height: 38px; }
QPlainTextEdit:focus { border: 3px solid @focus; padding: 4px 9px; }

QComboBox { background: @surface; border: 1px solid @line_strong; border-radius: 8px; min-height: 42px;
  padding: 0 15px; }
QComboBox[wrong="true"] { border: 2px solid @bad; padding: 0 14px; min-height: 40px; }
QComboBox:focus { border: 3px solid @focus; padding: 0 13px; min-height: 38px; }
QComboBox[role="film"] { background: #16202a; border-color: #5b6b79; color: #e9eff4; padding: 0 10px; }
QComboBox[role="film"]:focus { border: 3px solid #8db8ff; padding: 0 8px; }
QComboBox::drop-down { border: 0; width: 36px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: @surface; color: @ink; border: 1px solid @line_strong; padding: 4px;
  selection-background-color: @brand_tint; selection-color: @ink; outline: 0; }
QComboBox QAbstractItemView::item { min-height: 40px; padding: 0 10px; }
QTextEdit { background: @paper; border: 1px solid @line; border-radius: 8px; padding: 4px 8px;
  selection-background-color: @brand; selection-color: @on_brand; }
QTextEdit:focus { border: 3px solid @focus; padding: 2px 6px; }
QFrame[role="drop"] { background: @surface; border: 2px dashed @line_strong; border-radius: 12px; }
QFrame[role="drop-live"] { background: @brand_tint; border: 2px dashed @brand; border-radius: 12px; }
QPushButton[kind="place"] { background: transparent; border: 0; border-bottom: 1px solid @line; border-radius: 0;
  padding: 0 8px 0 36px; text-align: left; font-weight: 400; font-size: 15px; color: @ink; }
QPushButton[kind="place"][last="true"] { border-bottom: 0; }
QPushButton[kind="place"]:checked { font-weight: 600; background: transparent; color: @ink; border-color: @line; }
QPushButton[kind="place"]:hover { background: @brand_tint; }
QPushButton[kind="place"]:focus { border: 3px solid @focus; border-radius: 8px; padding: 0 5px 0 33px;
  min-height: 38px; }

QTreeWidget { background: @surface; border: 1px solid @line; border-radius: 12px; outline: 0; padding: 3px; }
QTreeWidget:focus { border: 3px solid @focus; padding: 1px; }
QProgressBar { background: @line; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: @brand; border-radius: 4px; }
QProgressBar[role="big"] { border-radius: 8px; min-height: 16px; max-height: 16px; }
QProgressBar[role="big"]::chunk { border-radius: 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: @line_strong; border-radius: 3px; min-height: 32px; margin: 3px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
