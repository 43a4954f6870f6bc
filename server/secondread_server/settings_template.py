"""The commented `secondread.toml` that `secondread-server init` writes."""

TEMPLATE = """# SecondRead receiver. Every key is optional; what is commented out shows the default.

[programme]
name = "Second Opinion Programme"
# logo = "logo.png"          # a square PNG of at most 64 KiB, beside this file
help_line = "+1 555 0100, Monday to Friday, 9 to 17"
fee_minor = 10000            # in minor units: 100.00
currency = "USD"             # ISO 4217
promise_hours = 72           # the answer is promised within this time after all images arrived
# colours = { brand = "#0b5cad", ink = "#16202a", paper = "#ffffff" }

# Each text is shown beside its own box. Raise `version` whenever the words change.
[programme.texts.terms]
version = "2026-11"
title = "Terms and conditions"
text = "Our specialists read the images and reports that you send and write their opinion. The opinion does not \
replace the care of your own doctors. Call your doctor or the emergency number if your health gets worse."

[programme.texts.privacy]
version = "2026-11"
title = "Privacy policy"
text = "What you send travels encrypted, is shown only to those who work on your case, and is deleted when you ask."

[programme.texts.right_to_share]
version = "2026-11"
title = "Your right to share"
text = "I have the right to share this study and I understand that it will be shared with this programme."

# Questions of your own, shown at the end of the form.
# [[programme.questions]]
# id = "referring_doctor"
# text = "Who is your doctor at home?"
# required = false

[server]
# host = "127.0.0.1"         # put a TLS proxy in front; never buffer requests there
# port = 8470
# public_url = "https://opinion.example.org"
# trusted_proxies = ""       # addresses whose X-Forwarded-For is believed, for example "127.0.0.1, 10.0.0.0/8"
# executor_id = "receiver-1" # unique for each process that shares a workflow database

[limits]
# parcel_bytes = 268435456
# upload_bytes = 4294967296
# case_bytes = 107374182400
# cases_per_hour = 120       # new cases from one address
# keep_free_bytes = 1073741824
# draft_hours = 24           # a case without consents lapses after this time

[payment]
provider = "invoice"         # "none", "invoice"; "simulator" for demonstrations only

[mail]
# host = "localhost"         # without a host no mail is sent
# port = 25
# sender = "opinion@example.org"
# start_tls = false
# user_name = ""
# password_file = ""         # a file with the password, readable by this user only

[storage]
# database_url = ""          # empty: SQLite in the data folder; postgresql+psycopg://...
# workflow_database_url = ""
# objects_url = ""           # empty: a folder in the data folder; s3://bucket/prefix

[console]
# idle_minutes = 30          # staff sign in again after this time without a click
# session_hours = 12         # and after this time in any case
"""
