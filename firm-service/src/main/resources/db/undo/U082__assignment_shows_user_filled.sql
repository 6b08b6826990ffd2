UPDATE assignment SET user_name = NULL, user_email = NULL, user_language = NULL, user_status = NULL;
